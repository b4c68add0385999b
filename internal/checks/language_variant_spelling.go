package checks

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/growing"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// VariantSpelling reports one word in several spellings.
var VariantSpelling = &check.Check{
	ID: "language/variant-spelling",
	Doc: check.Doc{
		Title: "one word in several spellings in a document",
		Text: `Each spelling is right by itself, but a document keeps to one: grassroots or
grass-roots, percent or %, US or U.S., labor or labour, cooperate or co-operate, May 9
or May 9th or 9 May, Feb. 9 or February 9, 500 yuan or RMB 500, $5 or 5 dollars; and a
name in quotation marks has the same capitals and hyphens throughout. The spelling that
the document uses most is kept; among equals the first, but American
spelling, May 9 and $, as official English writes, before all. A sum is in yuan, and a
month as in the dateline, whatever is used most. Each place of another one is reported,
and so is RMB behind a sum (500 RMB), even if all are written so.

British and American words side by side (labour and center) are reported too, as
advice. A hyphen before a noun (a decision-making body) is grammar and no other
spelling. Quotations, and the names of organs, laws and meetings, are left alone.`,
		Before: `Grassroots work matters. They went to the grass-roots units. The grassroots cheered.`,
		After:  `Grassroots work matters. They went to the grassroots units. The grassroots cheered.`,
	},
	Category:  mqm.Spelling,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		f := variantFinders.Get().(*variantFinder)
		f.pass = p
		for s := range p.Document.Segments {
			f.segment(s)
		}
		f.solids()
		f.quotedNames()
		for n := range f.groups {
			f.report(&f.groups[n])
		}
		f.forget()
		variantFinders.Put(f)
	},
}

// spelled is a place of a spelling.
type spelled struct {
	document.Span
	// form is the spelling; texts that differ by number or word may share it.
	form string
	// as gives the text of the place in another form; it may look at the words of
	// the place, first to last inclusive, and at what else of it is kept here.
	as          func(f *variantFinder, s *spelled, form string) string
	first, last int32
	other       string
	listed      *variantForm
	// next is the next place of the group, plus one; 0 for none.
	next int32
	// attributive: a hyphen that may be owed to the noun behind it.
	attributive bool
	// rules: the form of this place is the one to keep, whatever others have.
	rules bool
	// gap is how many bytes before the place belong to it: " percent".
	gap int
}

// variantGroup is what has one meaning and should have one spelling.
type variantGroup struct {
	// first and last are its places in the finder's list.
	first, last int32
	// loose groups hold different words: the disagreement is advice.
	loose bool
	// mixed: not all places have one spelling.
	mixed bool
}

// variantFinder gathers the spellings of a document.
type variantFinder struct {
	pass *check.Pass
	// places are those of all groups, groups in the order of their first places,
	// byKey their numbers.
	places growing.List[spelled]
	groups []variantGroup
	byKey  map[string]int32
	match  int // the next match to pass by
	// quoted: a quotation has begun, at word opened.
	quoted bool
	opened int
	quotes []quotedName
	// quotedTimes counts quotes by their words.
	quotedTimes map[uint64]int32
	// begin is the first word of the segment.
	begin int
	// sentence: the segment is running text, no headline.
	sentence bool
	// solid tells of the hashes of words which may be solid forms of compounds.
	solid     [1 << 8]uint64
	compounds bool
}

// variantFinders keeps the memory of one document for the next.
var variantFinders = sync.Pool{New: func() any {
	return &variantFinder{byKey: map[string]int32{}, quotedTimes: map[uint64]int32{}}
}}

// forget leaves nothing of the document but room.
func (f *variantFinder) forget() {
	f.places.Empty()
	clear(f.byKey)
	clear(f.quotedTimes)
	*f = variantFinder{
		places: f.places, groups: f.groups[:0], byKey: f.byKey,
		quotes: f.quotes[:0], quotedTimes: f.quotedTimes,
	}
}

// add adds a place to the group of a key.
func (f *variantFinder) add(key string, loose bool, s spelled) *variantGroup {
	at := int32(f.places.Len())
	f.places.Add(&s)
	n, known := f.byKey[key]
	if !known {
		f.byKey[key] = int32(len(f.groups))
		f.groups = append(f.groups, variantGroup{first: at, last: at, loose: loose})
		return &f.groups[len(f.groups)-1]
	}
	g := &f.groups[n]
	f.places.At(int(g.last)).next, g.last = at+1, at
	g.mixed = g.mixed || s.form != f.places.At(int(g.first)).form
	return g
}

// segment gathers the spellings of segment s.
func (f *variantFinder) segment(s int) {
	f.quoted, f.sentence = false, isSentence(f.pass, s, f.pass.Document.Segments[s])
	end := int(f.pass.Segments[s+1])
	f.begin = int(f.pass.Segments[s])
	for i := f.begin; i < end; i++ {
		w := &f.pass.Words[i]
		if w.Mark() {
			f.mark(i, end)
			continue
		}
		if place := variantWords.Place(w); place >= 0 {
			if n := f.listed(i, end, &variantUses[place]); n > 0 {
				i += n - 1
				continue
			}
		}
		f.odd(i, end)
	}
}

// leadOfQuotes is the first byte of a typographic quotation mark.
const leadOfQuotes = 0xe2

// mark takes in the punctuation mark that word i is.
func (f *variantFinder) mark(i, end int) {
	switch f.pass.Document.Text[f.pass.Words[i].Start] {
	case '"', leadOfQuotes:
		f.quote(i, word(f.pass, i))
	case '%':
		if f.counts(&f.pass.Words[i]) {
			f.family(i, end, percentSigns)
		}
	case '$':
		f.dollarSign(i, end)
	}
}

// counts reports whether a word may be held against others: it stands in no
// quotation and no name. The words come in the order of the text.
func (f *variantFinder) counts(w *termbase.Word) bool { return !f.quoted && !f.named(w) }

// quote opens or closes a quotation at word i, and adds the name that it may be.
func (f *variantFinder) quote(i int, text string) {
	opens := text == "“" || text == `"` && !f.quoted
	if f.quoted && !opens && (text == "”" || text == `"`) {
		f.quotedName(f.opened+1, i-1)
	}
	switch text {
	case "“", "”", `"`:
		f.quoted = opens
	}
	if opens {
		f.opened = i
	}
}

// named reports whether the word lies in a name that the glossary knows.
func (f *variantFinder) named(w *termbase.Word) bool {
	matches := f.pass.Matches
	for f.match < len(matches) && matches[f.match].End <= int(w.Start) {
		f.match++
	}
	if f.match == len(matches) || matches[f.match].Start > int(w.Start) {
		return false
	}
	switch matches[f.match].Term.Entry.Kind {
	case termbase.Organs, termbase.Laws, termbase.Meetings:
		return true
	}
	return false
}

// report reports every place of a group that is not in the spelling of most.
func (f *variantFinder) report(g *variantGroup) {
	if !g.mixed {
		return
	}
	var places []*spelled
	for at := g.first + 1; at > 0; {
		place := f.places.At(int(at - 1))
		places = append(places, place)
		at = place.next
	}
	keep, count := most(places, false)
	if !strings.Contains(keep.form, " ") {
		keep, count = most(places, true)
	}
	for _, s := range places {
		if count[s.form] > 0 && s.form != keep.form && !(s.attributive && strings.Contains(keep.form, " ")) {
			f.pass.Report(f.otherSpelling(g, s, keep, count))
		}
	}
}

// most is the first place in the text of the form that most places have, and
// how many have each; attributive ones count or not.
func most(places []*spelled, attributive bool) (keep *spelled, count map[string]int) {
	keep, count = &spelled{}, map[string]int{}
	for _, s := range places {
		if !s.attributive || attributive {
			count[s.form]++
		}
	}
	for _, s := range places {
		n, best := count[s.form], count[keep.form]
		if n > best || n == best && n > 0 && goesFirst(s, keep) {
			keep = s
		}
	}
	if i := slices.IndexFunc(places, func(s *spelled) bool { return s.rules }); i >= 0 {
		keep = places[i]
	}
	return keep, count
}

// official are the forms that official English prefers.
var official = map[string]bool{american: true, inIze: true, cardinal: true, monthFirst: true, sign: true}

// goesFirst reports whether of two places in equally many spellings s is the
// one to keep.
func goesFirst(s, keep *spelled) bool {
	if official[s.form] != official[keep.form] {
		return official[s.form]
	}
	return s.Start < keep.Start
}

func (f *variantFinder) otherSpelling(g *variantGroup, s, keep *spelled, count map[string]int) check.Issue {
	p := f.pass
	here := document.OneLine(p.Document.Slice(s.Span))
	kept := document.OneLine(p.Document.Slice(keep.Span))
	issue := check.Issue{
		Span: s.Span,
		Message: fmt.Sprintf("%s here, %s elsewhere (%d to %d): write it one way in a document",
			here, kept, count[s.form], count[keep.form]),
		Related: []check.Related{{Span: keep.Span, Message: "the spelling to keep"}},
	}
	if g.loose {
		issue.Severity, issue.Certainty = check.Grade(mqm.Neutral, check.Advice)
		issue.Message = fmt.Sprintf("%s is %s spelling, but elsewhere here it is %s, as in %s (%d to %d)",
			here, s.form, keep.form, kept, count[s.form], count[keep.form])
	}
	if new := s.as(f, s, keep.form); new != "" && unbroken(p, s.Span) {
		issue.Suggestions = check.Suggest(strings.TrimSpace(new), edit.Edit{Start: s.Start - s.gap, End: s.End, New: new})
	}
	return issue
}

// inCase gives a new spelling the capitals of an old one.
func inCase(old, new string) string {
	switch {
	case len(old) > 1 && strings.ToUpper(old) == old && strings.ToLower(old) != old:
		return strings.ToUpper(new)
	case old[0] >= 'A' && old[0] <= 'Z':
		return english.Capitalize(new)
	}
	return new
}
