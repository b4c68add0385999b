package termbase

import (
	"rectify/internal/chinese"
)

// SourceTerm is a term of the glossary in a Chinese text.
type SourceTerm struct {
	// Start and End bound it, half-open in bytes.
	Start, End int
	// Chinese is the term as the glossary writes it.
	Chinese string
	// Entries are those that have it, in the order of the glossary: more than one
	// where the text around it tells which is meant.
	Entries []*Entry
}

// sourceIndex finds the Chinese terms of a glossary.
type sourceIndex struct {
	index   *chinese.Index
	terms   []string
	entries [][]*Entry
	// words finds those that have glosses.
	words   *chinese.Index
	glosses []Gloss
}

// readSource indexes the Chinese terms of the glossary. The words that have glosses
// tell where a short term is a part of other words.
func (g *Glossary) readSource() *sourceIndex {
	s := &sourceIndex{}
	at := map[string]int{}
	for _, e := range g.Entries() {
		for _, t := range e.Terms {
			if t.Lang != "zh" || t.Status == Deprecated {
				continue
			}
			n, known := at[t.Text]
			if !known {
				n = len(s.terms)
				at[t.Text] = n
				s.terms, s.entries = append(s.terms, t.Text), append(s.entries, nil)
			}
			if all := s.entries[n]; len(all) == 0 || all[len(all)-1] != e {
				s.entries[n] = append(all, e)
			}
		}
	}
	s.glosses = g.Glosses()
	words := make([]string, len(s.glosses))
	for i, gloss := range s.glosses {
		words[i] = gloss.Chinese
	}
	s.words = chinese.NewIndex(words, nil)
	s.index = chinese.NewIndex(s.terms, words)
	return s
}

// SourceTerms finds the glossary's Chinese terms in a Chinese text, in its order:
// the longest where they overlap. The index is made when a text is first asked
// about.
func (g *Glossary) SourceTerms(text string) []SourceTerm {
	s := g.source()
	var out []SourceTerm
	for _, f := range s.index.Find(text) {
		out = append(out, SourceTerm{f.Start, f.End, s.terms[f.Term], s.entries[f.Term]})
	}
	return out
}

// SourceWord is a word with glosses in a Chinese text, half-open in bytes.
type SourceWord struct {
	Start, End int
	Gloss      *Gloss
}

// SourceWords finds the words in a Chinese text of which the glossary knows what
// they may become, in its order.
func (g *Glossary) SourceWords(text string) []SourceWord {
	s := g.source()
	var out []SourceWord
	for _, f := range s.words.Find(text) {
		out = append(out, SourceWord{f.Start, f.End, &s.glosses[f.Term]})
	}
	return out
}
