package termbase

import (
	"maps"
	"slices"
	"strings"

	"rectify/internal/english"
)

// vocabulary gives every word of the glossary a number. Spellings of one word
// share a number; so that a text is compared by numbers alone.
type vocabulary struct {
	slots []slot // open addressing, a power of two, at most half full
	used  int
	// words is the word of each number, in lower case and American spelling.
	words []string
	// lemma is the number of the singular of each word; function marks the
	// words without content.
	lemma    []int32
	function []bool
	// ordinal is the number of every ordinal that is no word of a term,
	// placeName the one of the slot for a place name, which no text has.
	ordinal, placeName int32
	known              map[string]int32
}

type slot struct {
	hash uint64
	id   int32
}

func newVocabulary() *vocabulary {
	v := &vocabulary{slots: make([]slot, 1<<10), known: map[string]int32{}}
	for range len(marks) + 1 {
		v.append("")
	}
	v.ordinal, v.placeName = v.append("{nth}"), v.append("{place}")
	for _, w := range spelledOrdinals {
		v.insert(hashString(w), v.ordinal)
	}
	// A near miss may have a small word that no term has.
	for _, w := range slices.Sorted(maps.Keys(english.FunctionWords)) {
		v.add(w)
	}
	return v
}

// spelledOrdinals are the ordinals that congresses and sessions have had; the
// first ones are left to the terms, as in "first secretary".
var spelledOrdinals = strings.Fields(`sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
	fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first`)

func (v *vocabulary) append(word string) int32 {
	id := int32(len(v.words))
	v.words = append(v.words, word)
	v.lemma = append(v.lemma, id)
	v.function = append(v.function, english.FunctionWords[word])
	return id
}

// add gives the number of a lower-case word, and makes one if it is new.
func (v *vocabulary) add(lower string) int32 {
	word := english.American(lower)
	if id, ok := v.known[word]; ok {
		return id
	}
	id := v.append(word)
	v.known[word] = id
	v.insert(hashString(word), id)
	if other := english.British(word); other != word {
		v.insert(hashString(other), id)
	}
	if lower != word {
		v.insert(hashString(lower), id)
	}
	return id
}

// addNumbers adds the singular and the plural of a word and makes them one
// lemma.
func (v *vocabulary) addNumbers(id int32) {
	word := v.words[id]
	if word == "" || v.function[id] {
		return
	}
	single := english.Singular(word)
	if single == "" {
		many := v.add(english.Plural(word))
		v.lemma[many] = v.lemma[id]
		return
	}
	one := v.add(single)
	v.lemma[id] = one
}

func (v *vocabulary) insert(hash uint64, id int32) {
	if v.used*2 >= len(v.slots) {
		old := v.slots
		v.slots = make([]slot, 2*len(old))
		for _, s := range old {
			if s.id != 0 {
				v.place(s)
			}
		}
	}
	v.place(slot{hash, id})
	v.used++
}

func (v *vocabulary) place(s slot) {
	mask := uint64(len(v.slots) - 1)
	for i := spread(s.hash) & mask; ; i = (i + 1) & mask {
		if v.slots[i].id == 0 || v.slots[i].hash == s.hash {
			v.slots[i] = s
			return
		}
	}
}

// lookup is the number of the word with the hash, or 0.
func (v *vocabulary) lookup(hash uint64) int32 {
	mask := uint64(len(v.slots) - 1)
	for i := spread(hash) & mask; ; i = (i + 1) & mask {
		s := v.slots[i]
		if s.hash == hash || s.id == 0 {
			return s.id
		}
	}
}

// spread mixes the high bits of a hash into the low ones, which FNV leaves
// poor.
func spread(h uint64) uint64 { return h ^ h>>29 ^ h>>47 }
