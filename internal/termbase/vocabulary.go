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
	// hashes is what the slots were filled with.
	hashes []hashed
	// words is the word of each number, in lower case and American spelling.
	words []string
	// lemma is the number of the singular of each word, noun that of the word
	// without a possessive ending; function marks the words without content.
	lemma, noun []int32
	function    []bool
	// owners lists possessives, with an apostrophe and without, with their nouns.
	owners [][2]int32
	// ordinal is the number of every ordinal that is no word of a term,
	// placeName the one of the slot for a place name, which no text has.
	ordinal, placeName int32
	// known has every spelling met.
	known map[string]int32
	// other is the number of the other number of each noun asked for.
	other map[int32]int32
	// variants lists the words that may stand for parts of terms.
	variants []int32
	// scratch holds the words of one term, arena the parts of all.
	scratch []Word
	arena   []part
}

type hashed struct {
	hash uint64
	id   int32
}

// slot holds the upper half of a word's hash; the lower one chose the slot.
type slot struct {
	check uint32
	id    int32
}

func newVocabulary() *vocabulary {
	v := &vocabulary{slots: make([]slot, 1<<10), known: map[string]int32{}, other: map[int32]int32{}}
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
	v.lemma, v.noun = append(v.lemma, id), append(v.noun, id)
	v.function = append(v.function, english.FunctionWords[word])
	return id
}

// add gives the number of a lower-case word, and makes one if it is new.
func (v *vocabulary) add(lower string) int32 {
	if id, ok := v.known[lower]; ok {
		return id
	}
	word := english.American(lower)
	if id, ok := v.known[word]; ok {
		v.known[lower] = id
		v.insert(hashString(lower), id)
		return id
	}
	id := v.append(word)
	v.known[word], v.known[lower] = id, id
	if owner, ok := strings.CutSuffix(word, "'s"); ok && owner != "" {
		v.addOwner(id, owner)
	}
	v.insert(hashString(word), id)
	if other := english.British(word); other != word {
		v.insert(hashString(other), id)
	}
	if lower != word {
		v.insert(hashString(lower), id)
	}
	return id
}

// vary adds a word to the last variants made.
func (v *vocabulary) vary(some *variants, id int32) {
	if some.n == 0 {
		some.first = int32(len(v.variants))
	}
	v.variants = append(v.variants, id)
	some.n++
}

// of are the words that the variants are.
func (v *vocabulary) of(some variants) []int32 {
	return v.variants[some.first : some.first+int32(some.n)]
}

// addOwner ties a possessive to its noun, and to what is left of it where the
// apostrophe is lost: people's, people, peoples.
func (v *vocabulary) addOwner(id int32, owner string) {
	noun, lost := v.add(owner), v.add(owner+"s")
	v.noun[id] = noun
	v.owners = append(v.owners, [2]int32{id, noun}, [2]int32{lost, noun})
}

// tieOwners makes possessives one lemma with their nouns.
func (v *vocabulary) tieOwners() {
	for _, tie := range v.owners {
		v.lemma[tie[0]] = v.lemma[tie[1]]
	}
}

// otherNumber is the plural of a singular noun and the singular of a plural.
func (v *vocabulary) otherNumber(id int32) int32 {
	if other, ok := v.other[id]; ok {
		return other
	}
	word := v.words[id]
	other := english.Singular(word)
	if other == "" {
		other = english.Plural(word)
	}
	v.other[id] = v.add(other)
	return v.other[id]
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
		v.slots = make([]slot, 2*len(v.slots))
		for _, h := range v.hashes {
			v.place(h.hash, h.id)
		}
	}
	v.hashes = append(v.hashes, hashed{hash, id})
	v.place(hash, id)
	v.used++
}

func (v *vocabulary) place(hash uint64, id int32) {
	mask := uint64(len(v.slots) - 1)
	check := uint32(hash >> 32)
	for i := hash & mask; ; i = (i + 1) & mask {
		if v.slots[i].id == 0 || v.slots[i].check == check {
			v.slots[i] = slot{check, id}
			return
		}
	}
}

// lookup is the number of the word with the hash, or 0.
func (v *vocabulary) lookup(hash uint64) int32 {
	mask := uint64(len(v.slots) - 1)
	check := uint32(hash >> 32)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := v.slots[i]
		if s.check == check || s.id == 0 {
			return s.id
		}
	}
}
