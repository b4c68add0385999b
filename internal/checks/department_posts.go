package checks

import (
	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/termbase"
)

// departmentPosts reports ministers of departments: a ministry has a minister, a
// department of the Party or of a province has a head, though Chinese says 部长
// of both. The departments that the glossary knows are left to it.
func departmentPosts(p *check.Pass) {
	next := 0
	for s := range p.Document.Segments {
		to := int(p.Segments[s+1])
		for i := int(p.Segments[s]); i < to; i++ {
			if !minister.Has(&p.Words[i]) {
				continue
			}
			last, ok := departmentOf(p, i, to)
			for next < len(p.Matches) && p.Matches[next].Last < i {
				next++
			}
			if ok && (next == len(p.Matches) || p.Matches[next].First > i) {
				p.Report(ministerOf(p, i, last))
			}
		}
	}
}

// minister is the post that a department hasn't got.
var minister = termbase.NewWordTable("minister")

// mostDepartmentWords bounds the name of a department.
const mostDepartmentWords = 7

// departmentOf is the last word of the department whose minister stands at
// word i: "of the", a name in capitals, "Department".
func departmentOf(p *check.Pass, i, to int) (last int, ok bool) {
	if i+3 >= to || word(p, i+1) != "of" || word(p, i+2) != "the" {
		return 0, false
	}
	r := nameReader{Pass: p}
	for k := i + 3; k < min(to, i+3+mostDepartmentWords); k++ {
		switch w := word(p, k); {
		case w == "Department":
			return k, k > i+3
		case ministered[w] || w != "and" && !r.capitalized(k):
			return 0, false
		}
	}
	return 0, false
}

// ministered are the words of departments that do have a minister.
var ministered = map[string]bool{"International": true, "Liaison": true, "State": true}

func ministerOf(p *check.Pass, i, last int) check.Issue {
	post := p.Words[i].Span()
	head := "head"
	if p.Document.Text[post.Start] == 'M' {
		head = "Head"
	}
	issue := likely(document.Span{Start: post.Start, End: int(p.Words[last].End)}, "a ministry has a minister, a department has a head")
	rest := p.Document.Text[post.End:issue.End]
	issue.Suggestions = []check.Suggestion{{Text: oneLine(head + rest), Edits: []edit.Edit{{Start: post.Start, End: post.End, New: head}}}}
	return issue
}
