package wording

import (
	"slices"
	"strings"
	"unicode"

	"rectify/internal/document"
	"rectify/internal/edit"
)

// gap is what stands between two kept words, and what is to stand there: both
// begin and end with what parts words, a space, a hyphen or nothing.
type gap struct {
	old        document.Span
	new        string
	words      []token // of the old text
	fresh      []token // of the new text
	freshStart int     // where new begins in the whole of the new text
}

// trim takes off both ends what the two have in common, so that line breaks,
// markup and other spaces there stay as they are.
func (p *place) trim(g gap) (document.Span, string) {
	head, tail := g.old, g.old
	newHead, newTail := g.new, g.new
	if len(g.words) > 0 {
		head.End, tail.Start = g.words[0].start, g.words[len(g.words)-1].end
	}
	if len(g.fresh) > 0 {
		newHead = g.new[:g.fresh[0].start-g.freshStart]
		newTail = g.new[g.fresh[len(g.fresh)-1].end-g.freshStart:]
	}
	sameHead, sameTail := p.sameGap(head, newHead), p.sameGap(tail, newTail)
	if sameHead && sameTail && (len(g.words) == 0 || len(g.fresh) == 0) {
		// One of them is there only once. Of two in the text, the one with a
		// line break or markup stays.
		sameHead = len(g.words) == 0 || !p.bare(head) || p.bare(tail)
		sameTail = !sameHead
	}
	old, new := g.old, g.new
	if sameHead {
		old.Start, new = p.lastOf(head), new[len(newHead):]
		if len(g.words) == 0 {
			old.End = old.Start // nothing to replace, words to insert
		}
	}
	if sameTail {
		old.End, new = p.firstOf(tail), new[:len(new)-len(newTail)]
		if len(g.words) == 0 {
			old.Start = old.End
		}
	}
	return old, new
}

// inOneRun reports whether no markup and no end of a line stands in the match.
func (p *place) inOneRun() bool {
	if runs := p.document.Segments[p.match.Segment].Runs; len(runs) == 1 {
		return runs[0].Contains(p.match.Span)
	}
	return slices.ContainsFunc(p.runsIn(p.match.Span), func(r document.Run) bool { return r.Contains(p.match.Span) })
}

// bare reports whether no line break and no markup stands in the span.
func (p *place) bare(at document.Span) bool {
	if p.unmarked || at.Len() == 0 {
		return true
	}
	pieces := p.reviewed(at)
	return len(pieces) == 1 && pieces[0] == at
}

// lastOf and firstOf are where words go that follow the space in a span, or go
// before it: outside the markup beside it.
func (p *place) lastOf(at document.Span) int {
	if p.unmarked {
		return at.End
	}
	if pieces := p.reviewed(at); len(pieces) > 0 {
		return pieces[len(pieces)-1].End
	}
	return at.End
}

func (p *place) firstOf(at document.Span) int {
	if p.unmarked {
		return at.Start
	}
	if pieces := p.reviewed(at); len(pieces) > 0 {
		return pieces[0].Start
	}
	return at.Start
}

// replace makes the edits that put the new text in the place of a span; every
// byte of markup and every line break in it stays.
func (p *place) replace(at document.Span, new string) {
	if at.Len() == 0 && new == "" {
		return
	}
	if p.unmarked {
		p.edits = append(p.edits, edit.Edit{Start: at.Start, End: at.End, New: new})
		return
	}
	pieces := p.reviewed(at)
	if len(pieces) > 1 {
		p.spread(pieces, new)
		return
	}
	p.torn = p.torn || !p.bare(at) && (len(pieces) == 0 || new == "")
	at.End = at.Start
	if len(pieces) == 1 {
		at = pieces[0]
	}
	p.edits = append(p.edits, edit.Edit{Start: at.Start, End: at.End, New: new})
}

// spread puts new words into the places of old ones that markup or line breaks
// part. Each gets a word at least, if there are enough: no line is left empty.
func (p *place) spread(pieces []document.Span, new string) {
	words := strings.Fields(new)
	places := 0
	for _, s := range pieces {
		if !blank(p.document.Slice(s)) {
			places++
		}
	}
	p.torn = p.torn || len(words) < places
	for i, s := range pieces {
		old := p.document.Slice(s)
		if blank(old) && len(words) > 0 {
			continue // it parts the new words as it did the old ones
		}
		n := min(1, len(words))
		if i == 0 {
			n = min(max(n, len(words)-places+1), len(words))
		}
		text := strings.Join(words[:n], " ")
		words = words[n:]
		if i > 0 {
			p.torn = p.torn || !blank(p.document.Text[pieces[i-1].End:s.Start])
			if text != "" {
				text = p.parting(pieces[i-1], s) + text
			}
		}
		if core := strings.TrimRightFunc(old, unicode.IsSpace); core != old && len(words) > 0 {
			text += old[len(core):]
		}
		p.edits = append(p.edits, edit.Edit{Start: s.Start, End: s.End, New: text})
	}
}

// parting is the space that a new word in the place s begins with: the one
// that stands there, or one if nothing parts it from the place before.
func (p *place) parting(before, s document.Span) string {
	old := p.document.Slice(s)
	core := strings.TrimLeftFunc(old, unicode.IsSpace)
	end := before.Start + len(strings.TrimRightFunc(p.document.Slice(before), unicode.IsSpace))
	if core == old && !strings.ContainsFunc(p.document.Text[end:s.Start], unicode.IsSpace) {
		return " "
	}
	return old[:len(old)-len(core)]
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
