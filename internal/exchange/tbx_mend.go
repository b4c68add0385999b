package exchange

import (
	"slices"
	"strings"

	"rectify/internal/termbase"
)

// mended are the terms of an entry as a glossary wants them: each once, every
// one with a status, one preferred of a language, and nothing flagged where
// nothing is to be suggested.
func (r *tbxReader) mended(terms []tbxTerm) []tbxTerm {
	var out []tbxTerm
	seen := map[string]bool{}
	preferred := map[string]bool{}
	for _, t := range terms {
		if t.stated && t.Status == termbase.Preferred.String() {
			preferred[t.Lang] = true
		}
	}
	chosen := map[string]bool{}
	for _, t := range terms {
		key := strings.Join([]string{t.Lang, t.Term, t.Scope, t.Since, t.Until}, "\t")
		if t.Lang == "en" {
			key = strings.ToLower(key)
		}
		if seen[key] {
			r.twice++
			continue
		}
		seen[key] = true
		general := t.Scope == "" && t.Since == "" && t.Until == ""
		switch {
		case !t.stated && !preferred[t.Lang]:
			t.Status = termbase.Preferred.String()
			preferred[t.Lang] = true
			chosen[t.Lang] = true
		case !t.stated:
			t.Status = termbase.Admitted.String()
		case t.Status == termbase.Preferred.String() && general && chosen[t.Lang]:
			t.Status = termbase.Admitted.String()
			r.second++
		case t.Status == termbase.Preferred.String() && general:
			chosen[t.Lang] = true
		case t.Status == termbase.Superseded.String() && t.Until == "":
			t.Status, t.Certainty = termbase.Deprecated.String(), "likely"
			r.undated++
		}
		out = append(out, t)
	}
	for _, lang := range termbase.Languages {
		wrong := func(t tbxTerm) bool { return t.Lang == lang && isWrong(t.Row) }
		if slices.ContainsFunc(out, wrong) && !promote(out, lang) {
			before := len(out)
			out = slices.DeleteFunc(out, wrong)
			r.idle += before - len(out)
		}
	}
	return out
}

// promote makes sure that a language has a preferred term, if need be of an
// admitted one, and reports whether it could.
func promote(terms []tbxTerm, lang string) bool {
	for _, want := range []termbase.Status{termbase.Preferred, termbase.Admitted} {
		for i, t := range terms {
			if t.Lang == lang && t.Status == want.String() {
				terms[i].Status = termbase.Preferred.String()
				return true
			}
		}
	}
	return false
}
