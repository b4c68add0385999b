package termbase

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"rectify/internal/english"
)

// lexicon is a vocabulary that grows.
type lexicon struct {
	vocabulary
	used int
	// hashes is what the slots were filled with.
	hashes []hashed
	// words is the word of each number, in lower case and American spelling; frequency
	// how often the terms have it.
	words     []string
	frequency []int
	// owners lists possessives, with an apostrophe and without, with their nouns.
	owners [][2]int32
	// known has every spelling met.
	known map[string]int32
	// other is the number of the other number of each noun asked for.
	other map[int32]int32
	// scratch holds the words of one term.
	scratch []Word
}

type hashed struct {
	hash uint64
	id   int32
}

func newLexicon() *lexicon {
	v := &lexicon{known: map[string]int32{}, other: map[int32]int32{}}
	v.slots = make([]slot, 1<<10)
	for range len(marks) + 1 {
		v.append("")
	}
	for _, slot := range patternSlots { // ordinalID, placeNameID, verbID
		v.append(slot)
	}
	for _, w := range spelledOrdinals {
		v.insert(hashString(w), ordinalID)
		v.known[w] = ordinalID
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

// addByFrequency adds the words of the English terms, those first that most terms
// have: what a text asks for at every step then stands close together, and stays at
// hand.
func (v *lexicon) addByFrequency(entries []*Entry) {
	count := map[string]int{}
	s := scanner{vocabulary: &v.vocabulary}
	for _, e := range entries {
		for _, t := range e.Terms {
			if t.Lang != "en" {
				continue
			}
			s.text, s.words = t.Text, s.words[:0]
			s.run(0, len(t.Text))
			for _, w := range s.words {
				if w.flags&mark == 0 {
					count[fold(t.Text[w.Start:w.Stem()])]++
				}
			}
		}
	}
	words := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
	for _, w := range words {
		v.frequency[v.add(w)] += count[w]
	}
}

func (v *lexicon) append(word string) int32 {
	id := int32(len(v.words))
	v.words, v.frequency = append(v.words, word), append(v.frequency, 0)
	v.lemma, v.noun = append(v.lemma, id), append(v.noun, id)
	v.function = append(v.function, english.FunctionWords[word])
	return id
}

// add gives the number of a lower-case word, and makes one if it is new.
func (v *lexicon) add(lower string) int32 {
	if id, ok := v.known[lower]; ok {
		return id
	}
	if ordinal(lower) {
		return ordinalID
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

// addOwner ties a possessive to its noun, and to what is left of it where the
// apostrophe is lost: people's, people, peoples.
func (v *lexicon) addOwner(id int32, owner string) {
	noun, lost := v.add(owner), v.add(owner+"s")
	v.noun[id] = noun
	v.owners = append(v.owners, [2]int32{id, noun}, [2]int32{lost, noun})
}

// tieOwners makes possessives one lemma with their nouns.
func (v *lexicon) tieOwners() {
	for _, tie := range v.owners {
		v.lemma[tie[0]] = v.lemma[tie[1]]
	}
}

// otherNumber is the plural of a singular noun and the singular of a plural.
func (v *lexicon) otherNumber(id int32) int32 {
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
func (v *lexicon) addNumbers(id int32) {
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

func (v *lexicon) insert(hash uint64, id int32) {
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

func (v *lexicon) place(hash uint64, id int32) {
	mask := uint64(len(v.slots) - 1)
	check := uint32(hash >> 32)
	for i := hash & mask; ; i = (i + 1) & mask {
		if v.slots[i].id == 0 || v.slots[i].check == check {
			v.slots[i] = slot{check, id}
			return
		}
	}
}
