package wording

import (
	"strings"
	"unicode/utf8"

	"rectify/internal/document"
	"rectify/internal/edit"
)

// token is a word with its place; in the old text an offset of the document,
// in the new one of itself.
type token struct {
	word       string
	start, end int
}

// smallest makes the edits that turn the match into the new text and leave
// alone what both share: words in common, spaces, line breaks, markup.
func (p *place) smallest(new string) []edit.Edit {
	old := p.oldTokens()
	fresh := tokens(new)
	kept := common(old, fresh)
	if 2*len(kept) < len(fresh) {
		kept = ends(old, fresh)
	}
	// The places before the first and after the last word frame the rest.
	o, n := p.match.Start, 0
	i, j := 0, 0
	var edits []edit.Edit
	for _, k := range append(kept, [2]int{len(old), len(fresh)}) {
		oEnd, nEnd := p.match.End, len(new)
		if k[0] < len(old) {
			oEnd, nEnd = old[k[0]].start, fresh[k[1]].start
		}
		g := gap{document.Span{Start: o, End: oEnd}, new[n:nEnd], old[i:k[0]], fresh[j:k[1]], n}
		edits = append(edits, p.replace(p.trim(g))...)
		if k[0] < len(old) {
			o, n = old[k[0]].end, fresh[k[1]].end
			i, j = k[0]+1, k[1]+1
		}
	}
	return edits
}

// oldTokens are the words of the match, a possessive ending after it left out.
func (p *place) oldTokens() []token {
	var out []token
	for _, w := range p.text.Words[p.match.First : p.match.Last+1] {
		end := min(int(w.End), p.match.End)
		out = append(out, token{visible(p.document.Text[w.Start:end]), int(w.Start), end})
	}
	return out
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

// tokens are the words of a new text, parted by spaces, hyphens and marks.
func tokens(text string) []token {
	var out []token
	begin := -1
	flush := func(at int) {
		if begin >= 0 {
			out = append(out, token{text[begin:at], begin, at})
			begin = -1
		}
	}
	for i, r := range text {
		switch {
		case r == ' ' || r == '-':
			flush(i)
		case strings.ContainsRune(`,()/&:;"`, r):
			flush(i)
			out = append(out, token{string(r), i, i + len(string(r))})
		case begin < 0:
			begin = i
		}
	}
	flush(len(text))
	return out
}

// common is the longest common subsequence of words, as pairs of indexes.
func common(old, fresh []token) [][2]int {
	length := make([][]int, len(old)+1)
	for i := range length {
		length[i] = make([]int, len(fresh)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(fresh) - 1; j >= 0; j-- {
			if old[i].word == fresh[j].word {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(old) && j < len(fresh); {
		switch {
		case old[i].word == fresh[j].word:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// ends pairs the words in common at the beginning and at the end: of texts
// that share little, more would make a puzzle of the marks.
func ends(old, fresh []token) [][2]int {
	var out [][2]int
	n := min(len(old), len(fresh))
	i := 0
	for ; i < n && old[i].word == fresh[i].word; i++ {
		out = append(out, [2]int{i, i})
	}
	k := 0
	for k < n-i && old[len(old)-1-k].word == fresh[len(fresh)-1-k].word {
		k++
	}
	for ; k > 0; k-- {
		out = append(out, [2]int{len(old) - k, len(fresh) - k})
	}
	return out
}

// sameGap reports whether the bytes between two words part them as the new
// text does: a space by a space or a line break, a hyphen by a hyphen.
func (p *place) sameGap(at document.Span, new string) bool {
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
