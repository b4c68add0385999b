package exchange

import (
	"slices"

	"rectify/internal/format"
)

// roles are the names that people give the columns of a table of pairs, by
// what the column holds. They are held against a header in lower case.
var roles = map[string][]string{
	"zh": append([]string{
		"chinese term", "chinese name", "source term", "中文术语", "中文名称", "中文词条", "术语",
	}, format.ChineseNames...),
	"en": append([]string{
		"english term", "english name", "target term", "rendering",
		"right", "correct", "use", "to", "preferred", "preferred term", "replacement", "replace with", "suggestion", "better",
		"译法", "英文术语", "英文名称", "正确", "正确译法", "规范译法", "推荐译法", "改为",
	}, format.EnglishNames...),
	"wrong": {
		"wrong", "incorrect", "avoid", "from", "deprecated", "deprecated term", "forbidden", "bad", "mistake", "do not use", "don't use",
		"not", "instead of", "错误", "错误译法", "误译", "禁用", "不用", "不规范译法",
	},
	"kind":   {"kind", "category", "subject", "subject field", "domain", "类别", "分类", "领域"},
	"note":   {"note", "notes", "comment", "comments", "remark", "remarks", "备注", "说明", "注释"},
	"source": {"citation", "reference", "seen in", "来源", "出处"},
	"id":     {"id"},
}

// inCompany are names whose sense their neighbor decides: the source of a
// target is Chinese, that of a correction is where it was seen.
var inCompany = []struct{ name, neighbor, role string }{
	{"source", "target", "zh"},
	{"source", "", "source"},
	{"term", "translation", "zh"},
}

// rolesOf says what each column of a header holds, "" where that isn't known
// or an earlier column has the role.
func rolesOf(header []string) []string {
	out := make([]string, len(header))
	for i, name := range header {
		role := ""
		for r, names := range roles {
			if slices.Contains(names, name) {
				role = r
			}
		}
		for _, c := range inCompany {
			if role == "" && c.name == name && (c.neighbor == "" || slices.Contains(header, c.neighbor)) {
				role = c.role
			}
		}
		if !slices.Contains(out[:i], role) {
			out[i] = role
		}
	}
	return out
}
