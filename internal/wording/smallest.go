package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
)

// token is a word with its place; in the old text an offset of the document,
// in the new one of itself.
type token struct {
	word       string
	start, end int
}

// smallest makes the edits that turn the match into the new text and leave
// alone what both share: words in common, spaces, line breaks, markup.
func (p *place) smallest(new string) {
	p.readOld()
	p.fresh = tokens(new, p.fresh[:0])
	old, fresh := p.old, p.fresh
	p.common()
	if 2*len(p.kept) < len(fresh) {
		p.ends()
	}
	// The places before the first and after the last word frame the rest.
	o, n := p.match.Start, 0
	i, j := 0, 0
	for _, k := range append(p.kept, [2]int{len(old), len(fresh)}) {
		oEnd, nEnd := p.match.End, len(new)
		if k[0] < len(old) {
			oEnd, nEnd = old[k[0]].start, fresh[k[1]].start
		}
		g := gap{document.Span{Start: o, End: oEnd}, new[n:nEnd], old[i:k[0]], fresh[j:k[1]], n}
		p.replace(p.trim(g))
		if k[0] < len(old) {
			o, n = old[k[0]].end, fresh[k[1]].end
			i, j = k[0]+1, k[1]+1
		}
	}
}

// readOld reads the words of the match, a possessive ending after it left out.
func (p *place) readOld() {
	p.old = p.old[:0]
	for _, w := range p.text.Words[p.match.First : p.match.Last+1] {
		end := min(int(w.End()), p.match.End)
		p.old = append(p.old, token{visible(p.document.Text[w.Start:end]), int(w.Start), end})
	}
}

var (
	plain   = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "", "’", "'")
	hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-")
)

// visible is a word without what has no width, typographic apostrophes made
// plain, so that it compares with a term.
func visible(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return plain.Replace(word)
		}
	}
	return word
}

// tokens appends the words of a new text, parted by spaces, hyphens and marks.
func tokens(text string, out []token) []token {
	begin := 0
	for i := range len(text) {
		c := text[i]
		if !parts[c] {
			continue
		}
		if begin < i {
			out = append(out, token{text[begin:i], begin, i})
		}
		if c != ' ' && c != '-' {
			out = append(out, token{text[i : i+1], i, i + 1})
		}
		begin = i + 1
	}
	if begin < len(text) {
		out = append(out, token{text[begin:], begin, len(text)})
	}
	return out
}

// parts tables the characters that part the words of a new text; all but the
// first two are words of their own.
var parts = func() (table [256]bool) {
	for _, c := range []byte(" -,()/&:;\"") {
		table[c] = true
	}
	return table
}()

// common keeps the longest common subsequence of words, as pairs of indexes.
func (p *place) common() {
	old, fresh := p.old, p.fresh
	p.kept = p.kept[:0]
	// What both begin with is a part of it, whatever follows.
	i, j := 0, 0
	for ; i < len(old) && i < len(fresh) && old[i].word == fresh[i].word; i++ {
		p.kept = append(p.kept, [2]int{i, i})
	}
	j = i
	length := p.commonLengths(i)
	width := len(fresh) + 1
	for i < len(old) && j < len(fresh) {
		switch {
		case old[i].word == fresh[j].word:
			p.kept = append(p.kept, [2]int{i, j})
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
}

// commonLengths are the lengths of the longest common subsequences of what
// remains from each pair of places on, a row for each old word; those before the
// first place of both are not counted.
func (p *place) commonLengths(first int) []int {
	old, fresh := p.old, p.fresh
	width := len(fresh) + 1
	length := slices.Grow(p.lengths[:0], (len(old)+1)*width)[:(len(old)+1)*width]
	p.lengths = length
	clear(length[len(old)*width:])
	for i := len(old) - 1; i >= first; i-- {
		row, below := length[i*width:][:width], length[(i+1)*width:][:width]
		row[len(fresh)] = 0
		for j := len(fresh) - 1; j >= first; j-- {
			if old[i].word == fresh[j].word {
				row[j] = below[j+1] + 1
			} else {
				row[j] = max(below[j], row[j+1])
			}
		}
	}
	return length
}

// ends keeps the words in common at the beginning and at the end: of texts
// that share little, more would make a puzzle of the marks.
func (p *place) ends() {
	old, fresh := p.old, p.fresh
	p.kept = p.kept[:0]
	n := min(len(old), len(fresh))
	i := 0
	for ; i < n && old[i].word == fresh[i].word; i++ {
		p.kept = append(p.kept, [2]int{i, i})
	}
	k := 0
	for k < n-i && old[len(old)-1-k].word == fresh[len(fresh)-1-k].word {
		k++
	}
	for ; k > 0; k-- {
		p.kept = append(p.kept, [2]int{len(old) - k, len(fresh) - k})
	}
}

// sameGap reports whether the bytes between two words part them as the new
// text does: a space by a space or a line break, a hyphen by a hyphen.
func (p *place) sameGap(at document.Span, new string) bool {
	if p.unmarked {
		switch old := p.document.Slice(at); old {
		case "":
			return new != " " && new != "-"
		case " ", "-":
			return old == new
		}
	}
	text := ""
	for _, s := range p.reviewed(at) {
		text += visible(p.document.Slice(s))
	}
	text = hyphens.Replace(text)
	if hyphen := strings.Contains(text, "-"); hyphen || new == "-" {
		return hyphen && new == "-"
	}
	parted := strings.TrimSpace(p.document.Slice(at)) != p.document.Slice(at) || text == "" && at.Len() > 0
	return strings.TrimSpace(text) == "" && parted == (new == " ")
}

// reviewed is what of a span lies in the runs of the match's segment: the
// rest is markup.
func (p *place) reviewed(at document.Span) []document.Span {
	var out []document.Span
	for _, r := range p.runsIn(at) {
		s := document.Span{Start: max(r.Start, at.Start), End: min(r.End, at.End)}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}
