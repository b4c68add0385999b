package checks

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// shortNames are the abbreviations of names that stand beside them in edited
// English, with points and without.
var shortNames = map[string]string{
	"US": "United States", "U.S": "United States", "USA": "United States", "U.S.A": "United States",
	"UK": "United Kingdom", "U.K": "United Kingdom",
	"UN": "United Nations", "U.N": "United Nations",
	"EU": "European Union", "E.U": "European Union",
}

// namesInFull are the names that they stand for.
var namesInFull = []string{"European Union", "United Kingdom", "United Nations", "United States"}

// mentionWords are the words that a name in full or short begins with.
var mentionWords = func() *termbase.WordTable {
	var words []string
	for short := range shortNames {
		words = append(words, strings.ToLower(short))
	}
	for _, name := range namesInFull {
		first, _, _ := strings.Cut(name, " ")
		words = append(words, strings.ToLower(first))
	}
	return termbase.NewWordTable(words...)
}()

// mention is a place of a name, in full or short.
type mention struct {
	document.Span
	name string
	long bool
}

// mentionAt is the mention that word i begins, if it begins one. An abbreviation
// in brackets is introduced there, and no other form; a name in front of another
// capital is part of a longer one.
func mentionAt(p *check.Pass, i, to int) (m mention, ok bool) {
	w := p.Words[i]
	text := p.Document.Text[w.Start:w.Stem()]
	if text[0] != 'U' && text[0] != 'E' {
		return m, false
	}
	if name := shortNames[text]; name != "" {
		m = mention{document.Span{Start: int(w.Start), End: int(w.Stem())}, name, false}
		if strings.Contains(text, ".") && strings.HasPrefix(p.Document.Text[m.End:], ".") {
			m.End++
		}
		return m, i == 0 || word(p, i-1) != "("
	}
	if (text == "United" || text == "European") && i+1 < to && joined(p, i+1) {
		next := p.Words[i+1]
		name := text + " " + p.Document.Text[next.Start:next.Stem()]
		longer := i+2 < to && joined(p, i+2) && startsUpper(word(p, i+2))
		return mention{document.Span{Start: int(w.Start), End: int(next.Stem())}, name, true}, !longer && slices.Contains(namesInFull, name)
	}
	return m, false
}

// mixedNames reports, once for each name, that one sentence has both the name and
// its abbreviation. Edited English has both in a document, and keeps them apart.
func mixedNames(p *check.Pass) {
	mentions := map[string][]mention{}
	for _, at := range landmarksOf.Of(p).capitals {
		if w := &p.Words[at]; !w.Possessive() && !mentionWords.Has(w) {
			continue
		}
		if m, ok := mentionAt(p, int(at), len(p.Words)); ok {
			mentions[m.name] = append(mentions[m.name], m)
		}
	}
	for _, name := range namesInFull {
		places := mentions[name]
		if !slices.ContainsFunc(places, func(m mention) bool { return m.long != places[0].long }) {
			continue
		}
		if pair, ok := inOneSentence(p, places); ok {
			p.Report(bothForms(p, pair, places))
		}
	}
}

// inOneSentence is the first pair of mentions in two forms that stand next to each
// other in a sentence.
func inOneSentence(p *check.Pass, places []mention) (pair [2]mention, ok bool) {
	all := p.Sentences()
	for i := 1; i < len(places); i++ {
		before, m := places[i-1], places[i]
		if before.long == m.long {
			continue
		}
		n := sort.Search(len(all), func(n int) bool { return int(p.Words[all[n].To-1].End()) > m.Start })
		if s := all[n]; int(p.Words[s.From].Start) <= before.Start && s.Ended(p) {
			return [2]mention{before, m}, true
		}
	}
	return pair, false
}

// bothForms is the issue of two mentions in a sentence: it stands at the form that
// the document has less, and shows all other places.
func bothForms(p *check.Pass, pair [2]mention, all []mention) check.Issue {
	long := 0
	for _, m := range all {
		if m.long {
			long++
		}
	}
	change, keep := pair[1], pair[0]
	if rarer := 2*long < len(all); change.long != rarer {
		change, keep = keep, change
	}
	here, there := p.Document.Slice(change.Span), p.Document.Slice(keep.Span)
	severity, certainty := check.Grade(mqm.Neutral, check.Advice)
	issue := check.Issue{
		Span: change.Span, Severity: severity, Certainty: certainty,
		Message: fmt.Sprintf("one sentence has both %s and %s: keep to one name", document.OneLine(there), document.OneLine(here)),
	}
	for _, m := range all {
		if m.Span != change.Span {
			issue.Related = append(issue.Related, check.Related{Span: m.Span, Message: "the name again"})
		}
	}
	return issue
}
