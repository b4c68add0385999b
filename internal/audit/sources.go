package audit

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rectify/internal/english"
	"rectify/internal/termbase"
)

// noSource looks for rows that don't say where they were seen. A file with many of
// them has one fault: a list from elsewhere has no sources at all.
func noSource(p *pass) {
	rows := map[string]map[int]bool{} // of each file, by line: whether it has no source
	first := map[string]citation{}    // without a source
	for _, c := range p.citations() {
		if rows[c.file] == nil {
			rows[c.file] = map[int]bool{}
		}
		rows[c.file][c.line] = rows[c.file][c.line] || len(c.keys) == 0
		if before, known := first[c.file]; len(c.keys) == 0 && (!known || c.line < before.line) {
			first[c.file] = c
		}
	}
	for _, file := range slices.Sorted(maps.Keys(first)) {
		var bare []int
		for line, without := range rows[file] {
			if without {
				bare = append(bare, line)
			}
		}
		slices.Sort(bare)
		const advice = "say in a column source where each was seen"
		switch all := len(rows[file]); {
		case len(bare) == 1:
			p.fault(file, bare[0], "%s has no source", first[file].what)
		case len(bare) == all:
			p.fault(file, bare[0], "none of the %s has a source: %s", english.Count(all, "row"), advice)
		default:
			p.fault(file, bare[0], "%s of %s have no source, those on line %s: %s", english.Figures(len(bare)), english.Count(all, "row"), ranges(bare), advice)
		}
	}
}

// mostRanges is how many stretches of lines a fault names.
const mostRanges = 10

// ranges are sorted numbers as a person writes them: 2-5, 9.
func ranges(numbers []int) string {
	var out []string
	for i := 0; i < len(numbers); {
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		if len(out) == mostRanges {
			return strings.Join(out, ", ") + fmt.Sprintf(" and %d more", len(numbers)-i)
		}
		stretch := strconv.Itoa(numbers[i])
		if last > i {
			stretch += "-" + strconv.Itoa(numbers[last])
		}
		out = append(out, stretch)
		i = last + 1
	}
	return strings.Join(out, ", ")
}

// citation is a row that cites sources.
type citation struct {
	file string
	line int
	keys []string
	what string // the row, to a person
}

func (p *pass) citations() []citation {
	var all []citation
	p.terms(func(t *termbase.Term) { all = append(all, citation{t.File, t.Line, t.Sources, strconv.Quote(t.Text)}) })
	for _, h := range p.Holders {
		all = append(all, citation{h.File, h.Line, h.Sources, h.Person + ", " + h.Office + ","})
	}
	for _, post := range p.Posts {
		all = append(all, citation{post.File, post.Line, post.Sources, post.Word + " of " + post.Organ})
	}
	for _, g := range p.Glosses {
		all = append(all, citation{g.File, g.Line, g.Sources, strconv.Quote(g.Chinese)})
	}
	for _, o := range p.Ordinary {
		all = append(all, citation{o.File, o.Line, o.Sources, strconv.Quote(strings.Join(o.Words, " "))})
	}
	return all
}

// unknownSource holds citations against the lists of sources. A glossary
// without such a list of its own cites as it likes.
func unknownSource(p *pass) {
	layer := map[string]int{}
	for _, f := range p.audit.Files {
		layer[f.Name] = f.Layer
	}
	listed := map[int]bool{}
	for _, s := range p.Sources {
		listed[layer[s.File]] = true
	}
	for _, c := range p.citations() {
		for _, key := range c.keys {
			if _, known := p.Sources[key]; !known && listed[layer[c.file]] {
				p.fault(c.file, c.line, "source %q is not in the list of sources", key)
			}
		}
	}
}

func unusedSource(p *pass) {
	cited := map[string]bool{}
	for _, c := range p.citations() {
		for _, key := range c.keys {
			cited[key] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(p.Sources)) {
		if s := p.Sources[key]; !cited[key] {
			p.fault(s.File, s.Line, "source %q is cited by no row", key)
		}
	}
}
