package report

import (
	"strings"
	"unicode/utf8"
)

// glyph is a character on its way into a line.
type glyph struct {
	rune
	cells int
	style style
}

// closing may not begin a line and opening may not end one, where wide
// characters allow a break anywhere.
const (
	closing = "，。、；：！？）》」』】〉”’…"
	opening = "（《「『【〈“‘"
)

// wrap breaks a line so that none is wider than the given number of cells: at
// spaces, which go, and beside wide characters; a longer word is broken where
// it must. A width of 0 leaves one line. There is always at least one line.
func wrap(line []piece, cells int) [][]piece {
	if cells <= 0 {
		return [][]piece{line}
	}
	if fits(line, cells) {
		return [][]piece{joinedPieces(line)}
	}
	glyphs := flatten(line)
	var lines [][]piece
	for start := 0; ; {
		end, next := fit(glyphs, start, cells)
		lines = append(lines, unflatten(glyphs[start:end]))
		if next >= len(glyphs) {
			return lines
		}
		start = next
	}
}

// fits reports whether a line is no wider than the given number of cells.
func fits(line []piece, cells int) bool {
	for _, p := range line {
		if cells -= width(p.text); cells < 0 {
			return false
		}
	}
	return true
}

// joinedPieces is a line with its neighbors of one style made one piece, and without
// space at its end.
func joinedPieces(line []piece) []piece {
	out := make([]piece, 0, len(line))
	for _, p := range line {
		if last := len(out) - 1; last >= 0 && out[last].style == p.style {
			out[last].text += p.text
		} else if p.text != "" {
			out = append(out, p)
		}
	}
	for last := len(out) - 1; last >= 0; last-- {
		out[last].text = strings.TrimRight(out[last].text, " ")
		if out[last].text != "" {
			break
		}
		out = out[:last]
	}
	return out
}

// fit finds the end of the line that begins at start, and the start of the
// one after it.
func fit(glyphs []glyph, start, cells int) (end, next int) {
	used, brk := 0, start
	for i := start; i < len(glyphs); i++ {
		g := glyphs[i]
		if i > start && breaks(glyphs[i-1], g) {
			brk = i
		}
		used += g.cells
		if used <= cells || g.rune == ' ' || i == start {
			continue
		}
		if brk == start {
			brk = i // one word fills the line
		}
		return trimmed(glyphs, start, brk), brk
	}
	return trimmed(glyphs, start, len(glyphs)), len(glyphs)
}

// breaks reports whether a line may end between two characters.
func breaks(a, b glyph) bool {
	switch {
	case b.rune == ' ' || b.cells == 0:
		return false // spaces and combining marks stay with what they follow
	case a.rune == ' ':
		return true
	case strings.ContainsRune(closing, b.rune) || strings.ContainsRune(opening, a.rune):
		return false
	}
	return a.cells == 2 || b.cells == 2
}

func trimmed(glyphs []glyph, start, end int) int {
	for end > start && glyphs[end-1].rune == ' ' {
		end--
	}
	return end
}

func flatten(line []piece) []glyph {
	runes := 0
	for _, p := range line {
		runes += utf8.RuneCountInString(p.text)
	}
	glyphs := make([]glyph, 0, runes)
	for _, p := range line {
		for _, r := range p.text {
			glyphs = append(glyphs, glyph{r, runeWidth(r), p.style})
		}
	}
	return glyphs
}

func unflatten(glyphs []glyph) []piece {
	var line []piece
	for start := 0; start < len(glyphs); {
		end := start
		var text strings.Builder
		for end < len(glyphs) && glyphs[end].style == glyphs[start].style {
			text.WriteRune(glyphs[end].rune)
			end++
		}
		line = append(line, piece{glyphs[start].style, text.String()})
		start = end
	}
	return line
}
