package checks

import (
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
)

// Viewpoint reports a text that speaks as if its reader lived in China.
var Viewpoint = &check.Check{
	ID: "style/viewpoint",
	Doc: check.Doc{
		Title: "my country, our province: the writer's place instead of its name",
		Text: `Chinese news says 我国 and 我省 of China and of the writer's province. Its readers
are there; the readers of the English aren't, and take "my country" for somebody's
own words. Name the place: China, the province.

In quotation marks, and in a text or a paragraph that says I or we, it is
somebody's own words, and is left alone.`,
		Before: `The number of new energy vehicles in my country has doubled in two years.`,
		After:  `The number of new energy vehicles in China has doubled in two years.`,
	},
	Category:  mqm.Awkward,
	Severity:  mqm.Neutral,
	Certainty: check.Advice,
	Run: func(p *check.Pass) {
		v := voice{pass: p, segment: -1}
		segment := 0
		for _, at := range landmarksOf.Of(p).homes {
			segment = segmentFrom(p, segment, at)
			i := int(at) - 1
			if i < int(p.Text.Segments[segment]) {
				continue
			}
			if new := namedPlace(p, i); new != "" && !v.quotes.around(p, segment, i) && !v.speaks(segment) {
				p.Report(place(p, i, new))
			}
		}
	},
}

// homes are the places that a writer calls the writer's own, and the name or
// the words to use.
var homes = map[string]string{
	"country": "China", "province": "the province", "city": "the city", "county": "the county",
	"district": "the district", "bank": "the bank",
}

// motherland is a place only behind some words.
const motherland = "motherland"

// homeWords are the words for those places, as they stand in a text.
func homeWords() []string {
	words := []string{motherland, motherland + "'s"}
	for home := range homes {
		words = append(words, home, home+"'s")
	}
	return words
}

// within are the words before "the motherland" that make it a place.
var within = wordSet("in across throughout over around")

// namedPlace is what to write instead of the words i and i+1, or "".
func namedPlace(p *check.Pass, i int) string {
	noun := p.Document.Text[p.Words[i+1].Start:p.Words[i+1].Stem()]
	switch word(p, i) {
	case "my", "My":
		if noun == "country" {
			return homes[noun]
		}
	case "our", "Our":
		return homes[noun]
	case "the":
		if noun == motherland && i > 0 && within[strings.ToLower(word(p, i-1))] {
			return homes["country"]
		}
	}
	return ""
}

func place(p *check.Pass, i int, new string) check.Issue {
	span := document.Span{Start: int(p.Words[i].Start), End: int(p.Words[i+1].Stem())}
	if first := p.Document.Text[span.Start]; first == 'O' || first == 'M' {
		new = strings.ToUpper(new[:1]) + new[1:]
	}
	issue := check.Issue{Span: span, Message: "it is the writer's place and not the reader's; name it"}
	// Our province Hunan: a name follows that the suggestion would only part.
	named := i+2 < len(p.Words) && joined(p, i+2) && startsUpper(word(p, i+2))
	if unbroken(p, span) && !named {
		issue.Suggestions = check.Suggest(new, edit.Edit{Start: span.Start, End: span.End, New: new})
	}
	return issue
}

// mostPersons is how many times in 1,000 words a report may say I or we, as it
// does where it tells what somebody said.
const mostPersons = 8

// voice tells whose words a text is.
type voice struct {
	pass   *check.Pass
	quotes quotes
	// counted: the persons of the document are.
	counted        bool
	persons        int
	segment, local int
}

// speaks reports whether the document, or the segment, is somebody's own words:
// it says I or we outside quotation marks.
func (v *voice) speaks(segment int) bool {
	speakers := landmarksOf.Of(v.pass).speakers
	if !v.counted {
		v.counted, v.persons = true, countPersons(v.pass, speakers, 0)
	}
	if segment != v.segment {
		from, _ := slices.BinarySearch(speakers, v.pass.Text.Segments[segment])
		to, _ := slices.BinarySearch(speakers, v.pass.Text.Segments[segment+1])
		v.segment, v.local = segment, countPersons(v.pass, speakers[from:to], segment)
	}
	return v.local > 0 || v.persons*1000 > mostPersons*len(v.pass.Words)
}

// speakerWords are the words for who speaks.
var speakerWords = []string{"i", "we", "us", "me"}

// countPersons counts those of the words at some places, in their order and none before
// a segment, that say who speaks.
func countPersons(p *check.Pass, speakers []int32, segment int) int {
	var q quotes
	n := 0
	for _, at := range speakers {
		switch word(p, int(at)) {
		case "I", "we", "We", "us", "me":
			segment = segmentFrom(p, segment, at)
			if !q.around(p, segment, int(at)) {
				n++
			}
		}
	}
	return n
}
