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
	next, segment := 0, 0
	for _, at := range landmarksOf.Of(p).capitals {
		if !department.Has(&p.Words[at]) {
			continue
		}
		last := int(at)
		segment = segmentFrom(p, segment, at)
		post, ok := postBefore(p, int(p.Segments[segment]), last)
		if !ok {
			continue
		}
		for next < len(p.Matches) && p.Matches[next].Last < post {
			next++
		}
		if next == len(p.Matches) || p.Matches[next].First > post {
			p.Report(ministerOf(p, post, last))
		}
	}
}

// minister is the post that a department hasn't got.
var (
	minister   = termbase.NewWordTable("minister")
	department = termbase.NewWordTable("department")
)

// mostDepartmentWords bounds the name of a department.
const mostDepartmentWords = 7

// postBefore is the minister whose department ends with the word last: "of the", a
// name in capitals, "Department".
func postBefore(p *check.Pass, from, last int) (post int, ok bool) {
	if word(p, last) != "Department" {
		return 0, false
	}
	r := nameReader{Pass: p}
	for i := last - 1; i >= max(from+2, last-mostDepartmentWords); i-- {
		switch w := word(p, i); {
		case w == "the":
			post = i - 2
			return post, i < last-1 && word(p, i-1) == "of" && minister.Has(&p.Words[post])
		case ministered[w] || w == "Department" || w != "and" && !r.capitalized(i):
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
	issue := likely(document.Span{Start: post.Start, End: int(p.Words[last].End())}, "a ministry has a minister, a department has a head")
	rest := p.Document.Text[post.End:issue.End]
	issue.Suggestions = check.Suggest(document.OneLine(head+rest), edit.Edit{Start: post.Start, End: post.End, New: head})
	return issue
}
