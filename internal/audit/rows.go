package audit

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rectify/internal/termbase"
)

func noChinese(p *pass) {
	for _, e := range p.Entries {
		if e.Chinese() == "" {
			p.report(e.Terms[0], "%s has no preferred Chinese, so no one finds it from there", e.ID)
		}
	}
}

func noPreferred(p *pass) {
	for _, e := range p.Entries {
		if e.Preferred("", termbase.Date{}) == nil {
			p.report(e.Terms[0], "%s has no English to use today; add a preferred term without an end", e.ID)
		}
	}
}

func straySpace(p *pass) {
	p.terms(func(t *termbase.Term) {
		if strings.Contains(t.Text, "  ") {
			p.report(t, "two spaces in %q", t.Text)
		}
	})
}

// form looks for characters that no one sees, or that pass for others.
func form(p *pass) {
	p.terms(func(t *termbase.Term) {
		if !norm.NFC.IsNormalString(t.Text) {
			p.report(t, "%q has decomposed characters; write it in NFC", t.Text)
		}
		letters := 0
		for _, r := range t.Text {
			switch {
			case unicode.Is(unicode.Han, r):
				letters++
				if t.Lang == "en" {
					p.report(t, "%q is English, but has the Chinese character %c", t.Text, r)
					return
				}
			case unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
				p.report(t, "%q has the invisible character %U", t.Text, r)
				return
			case r >= 0xff01 && r <= 0xff5e && t.Lang == "en":
				p.report(t, "%q has the full-width character %c", t.Text, r)
				return
			case unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r):
				p.report(t, "%q has the letter %c (%U) of another script", t.Text, r, r)
				return
			case unicode.IsLetter(r) && t.Lang == "en":
				letters++
			}
		}
		if letters == 0 {
			p.report(t, "%q has no letter of its language", t.Text)
		}
	})
}

func office(p *pass) {
	at := func(h termbase.Holder, format string, args ...any) {
		p.fault(h.File, h.Line, "%s: %s", h.Person, fmt.Sprintf(format, args...))
	}
	for i, h := range p.Holders {
		if e := p.Entry(h.Office); e == nil || e.Kind != termbase.Titles {
			at(h, "unknown office %q", h.Office)
		}
		if e := p.Entry(h.Place); h.Place != "" && (e == nil || e.Kind != termbase.Places) {
			at(h, "unknown place %q", h.Place)
		}
		for _, before := range p.Holders[:i] {
			same := h.Person == before.Person && h.Chinese == before.Chinese && h.Office == before.Office && h.Place == before.Place
			if same && overlap(h, before) {
				at(h, "%s at the same time as on line %d", h.Office, before.Line)
			}
		}
	}
}

// overlap reports whether two terms of office have a day in common.
func overlap(a, b termbase.Holder) bool {
	ends := func(x, y termbase.Holder) bool {
		return !x.Until.IsZero() && !y.Since.IsZero() && !y.Since.Before(x.Until)
	}
	return !ends(a, b) && !ends(b, a)
}

// twiceGlossed looks for words with two rows of glosses.
func twiceGlossed(p *pass) {
	first := map[string]termbase.Gloss{}
	for _, g := range p.Glosses {
		if before, twice := first[g.Chinese]; twice {
			p.fault(g.File, g.Line, "%q stands twice (%s:%d)", g.Chinese, before.File, before.Line)
			continue
		}
		first[g.Chinese] = g
	}
}
