package termbase

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rectify/internal/english"
)

// The words of Chinese that join others and become nothing of their own.
const joiners = "的之和与及了着等地得把将所"

// The kinds of entry whose literal renderings are looked for: not the names of
// places, which are spelled and not translated.
var literalKinds = map[Kind]bool{Organs: true, Meetings: true, Laws: true, Phrases: true, "ideas": true, "strategies": true}

const (
	leastGroups = 2 // a single word has no order to be kept
	mostGroups  = 8
	mostRunes   = 6 // of a Chinese word
	// mostOfLiteral is how many groups a term has at most: two of each word.
	mostOfLiteral = 2 * mostGroups
)

// leastOf is how many words a term of a kind must have. A set phrase of two
// is two ordinary words in most places.
func leastOf(kind Kind) int {
	if kind == Phrases {
		return leastGroups + 1
	}
	return leastGroups
}

// compileLiterals indexes the Chinese terms whose every word has a gloss.
func (c *compiler) compileLiterals(entries []*Entry, glosses []Gloss, ordinary []Ordinary) {
	ix := &c.literal
	ix.groups, ix.seeded = append(ix.groups, stretch{}), append(ix.seeded, stretch{}) // group 0 is none
	ix.seedLinks = append(ix.seedLinks, nameLink{})
	byWord := map[string]*Gloss{}
	for i := range glosses {
		byWord[glosses[i].Chinese] = &glosses[i]
	}
	groups := map[string][]int32{} // of each Chinese word
	split := map[*Term][]string{}
	for _, e := range entries {
		for _, t := range e.Terms {
			if t.Lang != "zh" || !literalKinds[e.Kind] || t.Derived() {
				continue
			}
			words, ok := splitChinese(t.Text, byWord)
			if !ok || len(words) < leastOf(e.Kind) || len(words) > mostGroups {
				continue
			}
			split[t] = words
			for _, w := range words {
				groups[w] = nil
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(groups)) {
		groups[w] = c.addGroups(byWord[w].English)
	}
	// A form is taken for one of the first gloss that has it.
	stems := map[int32]int32{}
	for _, tie := range slices.Backward(c.stems) {
		stems[tie[0]] = tie[1]
	}
	c.seeded, c.stemOf = map[int32][]int32{}, stems
	for i, e := range entries {
		for j, t := range e.Terms {
			if words := split[t]; words != nil {
				c.addLiteral(e, literal{entry: int32(i), place: int32(j)}, words, groups)
			}
		}
	}
	c.seed()
	c.addOrdinary(ordinary)
}

// splitChinese splits a term into words with a gloss, the longest first. It is
// not ok if a character has none.
func splitChinese(text string, known map[string]*Gloss) (words []string, ok bool) {
	runes := []rune(text)
	for i := 0; i < len(runes); {
		if !unicode.Is(unicode.Han, runes[i]) || strings.ContainsRune(joiners, runes[i]) {
			if unicode.IsLetter(runes[i]) && !unicode.Is(unicode.Han, runes[i]) || unicode.IsDigit(runes[i]) || runes[i] == '{' || runes[i] == '…' {
				return nil, false
			}
			i++
			continue
		}
		n := min(mostRunes, len(runes)-i)
		for n > 0 && known[string(runes[i:i+n])] == nil {
			n--
		}
		if n == 0 {
			return nil, false
		}
		words = append(words, string(runes[i:i+n]))
		i += n
	}
	return words, utf8.RuneCountInString(strings.Join(words, "")) >= 3
}

// mostGlosses is how many glosses of a word count: the likeliest stand first.
const mostGlosses = 5

// colorless are words that stand in any sentence and tell nothing. Between the
// words of a rendering they are passed over.
var colorless = strings.Fields(`be is are was were has have had do does did make makes made one ones it its this that these those
	who what which not never no more most can will our your their his her my we you they he she`)

// addGroups adds the words that a Chinese word may become, in every form. A word
// that becomes two (初心: original aspiration) has a group for each.
func (c *compiler) addGroups(glosses []string) []int32 {
	var places [2][]string
	pairs := 0
	for _, gloss := range glosses[:min(len(glosses), mostGlosses)] {
		var words []string
		for w := range strings.FieldsSeq(gloss) {
			if !english.FunctionWords[w] && !slices.Contains(colorless, w) {
				words = append(words, w)
			}
		}
		switch len(words) {
		case 1:
			places[0] = append(places[0], words[0])
		case 2:
			pairs++
			places[1] = append(places[1], gloss)
		}
	}
	if len(places[0]) > 0 || pairs == 0 {
		return []int32{c.addGroup(places[0])}
	}
	var first, last []string
	for _, gloss := range places[1] {
		words := strings.Fields(gloss)
		first, last = append(first, words[0]), append(last, words[len(words)-1])
	}
	return []int32{c.addGroup(first), c.addGroup(last)}
}

func (c *compiler) addGroup(words []string) int32 {
	var ids []int32
	for _, word := range words {
		base := c.lexicon.add(word)
		for _, form := range forms(word) {
			id := c.lexicon.add(form)
			ids = append(ids, id)
			c.stems = append(c.stems, [2]int32{id, base})
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	from := int32(len(c.literal.words))
	c.literal.words = append(c.literal.words, ids...)
	c.literal.groups = append(c.literal.groups, stretch{from, int32(len(c.literal.words))})
	return int32(len(c.literal.groups) - 1)
}

// forms are a word and what it may be as a noun, a verb, an adjective.
func forms(word string) []string {
	all := []string{word, english.Plural(word), word + "ly"}
	for _, f := range inflected {
		all = append(all, english.Verb(word, f))
	}
	if one := english.Singular(word); one != "" {
		all = append(all, one)
	}
	return all
}

// addLiteral adds a term, if all of its words can stand for something.
func (c *compiler) addLiteral(e *Entry, l literal, words []string, groups map[string][]int32) {
	ix := &c.literal
	l.groups.from = int32(len(ix.literalGroups))
	seed, least := int32(0), 0
	for _, w := range words {
		for _, group := range groups[w] {
			if s := ix.groups[group]; s.from == s.to {
				ix.literalGroups = ix.literalGroups[:l.groups.from]
				return
			}
			ix.literalGroups = append(ix.literalGroups, group)
			if n := c.frequencyOf(group); seed == 0 || n < least {
				seed, least = group, n
			}
		}
	}
	l.groups.to = int32(len(ix.literalGroups))
	l.right.from = int32(len(ix.right))
	ix.right = append(ix.right, c.rightWords(e)...)
	l.right.to = int32(len(ix.right))
	l.name = e.Kind == Organs || e.Kind == Meetings || e.Kind == Laws
	c.seeded[seed] = append(c.seeded[seed], int32(len(ix.literals)))
	ix.literals = append(ix.literals, l)
}

// frequencyOf is how often the words of a group stand in English terms.
func (c *compiler) frequencyOf(group int32) (n int) {
	for _, id := range c.literal.groups[group].of(c.literal.words) {
		n += c.lexicon.frequency[id]
	}
	return n
}

// rightWords are the stems of the words of an entry's right renderings.
func (c *compiler) rightWords(e *Entry) []int32 {
	var ids []int32
	for _, t := range e.Terms {
		if t.Lang != "en" || t.Status == Deprecated {
			continue
		}
		for word := range strings.FieldsFuncSeq(fold(t.Text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
			for _, form := range forms(strings.TrimSuffix(word, "'s")) {
				ids = append(ids, c.stem(c.lexicon.add(form)))
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// stem is the gloss that a word is a form of, or the word.
func (c *compiler) stem(id int32) int32 {
	if base, ok := c.stemOf[id]; ok {
		return base
	}
	return id
}

// seed leads from every word to the literals that it may be the rarest one of.
func (c *compiler) seed() {
	ix := &c.literal
	ix.firstSeed = make([]int32, len(c.lexicon.words))
	ix.seeded = make([]stretch, len(ix.groups))
	for _, group := range slices.Sorted(maps.Keys(c.seeded)) {
		from := int32(len(ix.seedOf))
		ix.seedOf = append(ix.seedOf, c.seeded[group]...)
		ix.seeded[group] = stretch{from, int32(len(ix.seedOf))}
		for _, id := range ix.groups[group].of(ix.words) {
			ix.seedLinks = append(ix.seedLinks, nameLink{term: group, next: ix.firstSeed[id]})
			ix.firstSeed[id] = int32(len(ix.seedLinks) - 1)
		}
	}
}

// addOrdinary notes what good English has together.
func (c *compiler) addOrdinary(ordinary []Ordinary) {
	ix := &c.literal
	for _, w := range colorless {
		c.lexicon.add(w)
	}
	for _, o := range ordinary {
		var sum uint64
		for _, w := range o.Words {
			sum += lemmaHash(c.stem(c.lexicon.add(w)))
		}
		ix.ordinary = append(ix.ordinary, nearKey(sum, len(o.Words)))
	}
	slices.Sort(ix.ordinary)
	ix.firstSeed = append(ix.firstSeed, make([]int32, len(c.lexicon.words)-len(ix.firstSeed))...)
	ix.passed = slices.Clone(c.lexicon.function)
	for _, w := range colorless {
		if id, known := c.lexicon.known[w]; known {
			ix.passed[id] = true
		}
	}
	ix.stem = make([]int32, len(c.lexicon.words))
	for id := range ix.stem {
		ix.stem[id] = c.stem(int32(id))
	}
	ix.pairUp()
}
