package format

import (
	"fmt"
	"slices"
	"strings"
)

// Column is a column of a table, or a key of JSON, whose English is reviewed.
type Column struct {
	// Target and Source name the English and the Chinese that it renders: by the
	// header, by the number from 1, or by a path such as items[].text. Source is ""
	// where there is none.
	Target, Source string
}

// EnglishNames and ChineseNames are what people call columns that hold the two
// languages, in lower case.
var (
	EnglishNames = []string{"en", "en-us", "en-gb", "english", "target", "target text", "translation", "英文", "英语", "英译", "译文", "翻译"}
	ChineseNames = []string{"zh", "zh-cn", "zh-hans", "cn", "chinese", "simplified chinese", "source text", "original", "中文", "汉语", "简体中文", "原文"}
)

// knownColumns finds the columns of English by their names, and the Chinese of
// each: columns called for a language, or for what they hold and a language, as
// title_en and title_zh are.
func knownColumns(header []string) []Column {
	var out []Column
	for _, name := range header {
		base, of := languageOf(name, EnglishNames)
		if !of {
			continue
		}
		c := Column{Target: name}
		for _, other := range header {
			stem, chinese := languageOf(other, ChineseNames)
			if c.Source == "" && (chinese && stem == base || base == "" && strings.EqualFold(other, "source")) {
				c.Source = other
			}
		}
		out = append(out, c)
	}
	return out
}

// languageOf reports whether a column is called for a language: all of its name,
// or the end of it. The stem is what is before.
func languageOf(name string, names []string) (stem string, ok bool) {
	folded := strings.ToLower(strings.TrimSpace(name))
	if slices.Contains(names, strings.ReplaceAll(folded, "_", "-")) {
		return "", true
	}
	for _, language := range names {
		for _, separator := range []string{"_", "-", ".", " "} {
			if stem, ok := strings.CutSuffix(folded, separator+language); ok && len(language) < 6 {
				return stem, true
			}
			if stem, ok := strings.CutSuffix(folded, separator+strings.ReplaceAll(language, "-", "_")); ok && len(language) < 6 {
				return stem, true
			}
		}
	}
	return "", false
}

// noColumns is the error of a table without a column that is known to be
// English.
func noColumns(what string, names []string) error {
	const most = 20
	listed := strings.Join(names[:min(len(names), most)], ", ")
	if len(names) > most {
		listed += fmt.Sprintf(" and %d more", len(names)-most)
	}
	return fmt.Errorf("which %s holds the English isn't known: choose with --columns target=NAME,source=NAME; there are %s", what, listed)
}
