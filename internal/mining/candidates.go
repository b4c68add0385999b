package mining

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"rectify/internal/chinese"
	"rectify/internal/termbase"
)

const (
	// leastCharacters and mostCharacters bound a new term in Chinese, mostTokens its
	// words, mostWords those of its English.
	leastCharacters, mostCharacters = 4, 16
	mostTokens, mostWords           = 7, 9
	// leastDice is how much the two have to be seen together: twice the pairs with
	// both, by the pairs with either.
	leastDice = 0.6
	// leastLength and mostLength bound how long the rendering of a term is beside it.
	leastLength, mostLength = 0.4, 2
)

// candidate is Chinese that comes again, with the pairs that it stands in.
type candidate struct {
	text  string
	pairs []int
}

// candidates are the rows of new terms: Chinese that stands in some pairs, with
// English that stands in those and in few others.
func (c *corpus) candidates(least int) []termbase.Row {
	var rows []termbase.Row
	taken := map[string]bool{}
	for _, one := range c.recurring(least) {
		found, ok := c.beside(one.pairs, least)
		if !ok || taken[found.text] || !asLong(one.text, found.text) {
			continue
		}
		taken[found.text] = true // one that is seen less often is a part of it, or stands beside it
		row := termbase.Row{Kind: string(termbase.Phrases), ID: slug(found.text)}
		s := c.seenIn(one.pairs)
		rows = append(rows,
			with(row, "zh", termbase.Preferred.String(), one.text, "seen "+s.String()),
			with(row, "en", termbase.Preferred.String(), found.text, fmt.Sprintf("new; beside it in %d of %d", found.count, len(one.pairs))))
	}
	return rows
}

// asLong reports whether a term may be the rendering of another by its length.
func asLong(source, text string) bool {
	ratio := chinese.Length(text) / chinese.Length(source)
	return ratio > leastLength && ratio < mostLength
}

func (c *corpus) seenIn(pairs []int) (s seen) {
	for _, n := range pairs {
		s.add(c.pairs[n].year)
	}
	return s
}

// edges are the characters that no term begins or ends with.
const edges = "的了在和与是等为对将把被及其并也都就从向由以而之或还要不这那有各每个中上下于"

// recurring are the sequences of Chinese words that stand in enough pairs, those in
// most pairs first. One that always stands in a longer one is left to it.
func (c *corpus) recurring(least int) []candidate {
	in := map[string][]int{}
	c.sequences(func(pair int, run []string, from, to int) {
		text := strings.Join(run[from:to], "")
		if all := in[text]; len(all) == 0 || all[len(all)-1] != pair {
			in[text] = append(all, pair)
		}
	})
	part := map[string]bool{} // of a longer one that stands in as many pairs
	c.sequences(func(_ int, run []string, from, to int) {
		text := strings.Join(run[from:to], "")
		whole := len(in[text])
		if from > 0 && len(in[run[from-1]+text]) == whole || to < len(run) && len(in[text+run[to]]) == whole {
			part[text] = true
		}
	})
	var all []candidate
	for _, text := range slices.Sorted(maps.Keys(in)) {
		first, _ := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		characters := utf8.RuneCountInString(text)
		switch {
		case len(in[text]) < least, part[text], characters < leastCharacters, characters > mostCharacters:
		case strings.ContainsRune(edges, first), strings.ContainsRune(edges, last):
		default:
			all = append(all, candidate{text, in[text]})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(len(b.pairs), len(a.pairs)), cmp.Compare(len(b.text), len(a.text)))
	})
	return all
}

// sequences calls do with every sequence of Chinese words of every pair.
func (c *corpus) sequences(do func(pair int, run []string, from, to int)) {
	for n, p := range c.pairs {
		for _, run := range p.runs {
			for from := range run {
				for to := from + 1; to <= min(len(run), from+mostTokens); to++ {
					do(n, run, from, to)
				}
			}
		}
	}
}

// phrase is English that stands beside Chinese.
type phrase struct {
	text  string
	count int
	dice  float64
}

// beside is the English that stands in most of the pairs and in few others, if
// there is some.
func (c *corpus) beside(pairs []int, least int) (best phrase, ok bool) {
	if len(pairs) < least {
		return best, false
	}
	counts, written := map[string]int{}, map[string]map[string]int{}
	for _, n := range pairs {
		here := map[string]bool{}
		english := c.pairs[n].english
		for from := range english {
			for to := from + 1; to <= min(len(english), from+mostWords); to++ {
				if to-1 > from && english[to-1].parted {
					break
				}
				lower, text := joined(english[from:to])
				if hollow(english[from]) || hollow(english[to-1]) || here[lower] {
					continue
				}
				here[lower] = true
				counts[lower]++
				if written[lower] == nil {
					written[lower] = map[string]int{}
				}
				written[lower][text]++
			}
		}
	}
	for _, lower := range slices.Sorted(maps.Keys(counts)) {
		n := counts[lower]
		if n < least || 2*n < len(pairs) {
			continue
		}
		words := strings.Fields(lower)
		dice := 2 * float64(n) / float64(len(pairs)+c.count(words))
		if dice < leastDice || len(words) == 1 && dice < (1+leastDice)/2 {
			continue
		}
		one := phrase{mostly(written[lower]), n, dice}
		if better(one, best) {
			best = one
		}
	}
	return best, best.count > 0
}

// better reports whether a phrase is the likelier rendering: seen together more, or
// as much and longer.
func better(a, b phrase) bool {
	if a.dice != b.dice {
		return a.dice > b.dice
	}
	return len(a.text) > len(b.text)
}

func joined(words []word) (lower, text string) {
	var small, own []string
	for _, w := range words {
		small, own = append(small, w.lower), append(own, w.text)
	}
	own[len(own)-1] = bare(own[len(own)-1])
	return strings.Join(small, " "), strings.Join(own, " ")
}

// mostly is the way in which words are written most often.
func mostly(ways map[string]int) string {
	best := ""
	for _, way := range slices.Sorted(maps.Keys(ways)) {
		if best == "" || ways[way] > ways[best] {
			best = way
		}
	}
	return best
}

// slug is an id of a term: its words in lower case with hyphens.
func slug(term string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(term), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), "-")
}
