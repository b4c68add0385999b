package exchange

import (
	"regexp"
	"slices"
	"strings"

	"rectify/internal/english"
)

// swap is an expression for a wrong rendering and what to put in its place.
type swap struct{ wrong, right string }

// verbMark is a verb that a term marks as inflecting.
var verbMark = regexp.MustCompile(`(\p{L}+)~`)

// inflected is a term with its marked verbs in a form.
func inflected(term string, form english.Form) string {
	return verbMark.ReplaceAllStringFunc(term, func(marked string) string {
		return english.Verb(strings.TrimSuffix(marked, "~"), form)
	})
}

// formsOf are the forms that a term stands in.
func formsOf(term string) []english.Form {
	if strings.Contains(term, "~") {
		return []english.Form{english.Base, english.Third, english.Ing, english.Past, english.Participle}
	}
	return []english.Form{english.Base}
}

// exceptPattern is an expression for a phrase to leave alone, whatever the form
// of its verb.
func exceptPattern(phrase string) string {
	var forms []string
	for _, form := range formsOf(phrase) {
		if p := valePattern(inflected(phrase, form)); !slices.Contains(forms, p) {
			forms = append(forms, p)
		}
	}
	return strings.Join(forms, "|")
}

// swapsOf are the swaps for a rendering to flag: one, or one a form of its
// verb, so that what is suggested stands in the same form. There are none if
// the term to use has a slot that the rendering leaves open, or if an
// expression would be too long.
func swapsOf(wrong, right string) []swap {
	var out []swap
	for _, form := range formsOf(wrong) {
		replacement, ok := filled(wrong, inflected(right, form))
		s := swap{valePattern(inflected(wrong, form)), replacement}
		if !ok || len(s.wrong) > longestKey {
			return nil
		}
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// slotPatterns are what may stand in a slot. In a wrong rendering each is a
// group, whose number a replacement names.
var slotPatterns = map[string]string{
	"{nth}":   `(\w+(?:st|nd|rd|th|first|second|third))`,
	"{place}": `((?-i:[A-Z]\w+(?: [A-Z]\w+)?))`,
}

// slot is a slot of a term.
var slot = regexp.MustCompile(`\{\w+\}`)

// groupNumber is what a replacement would take for the number of a group.
var groupNumber = regexp.MustCompile(`\$\d`)

// filled is a term to use whose slots hold what stood in those of the wrong
// one, the first of a kind in the first.
func filled(wrong, right string) (string, bool) {
	open := slot.FindAllString(wrong, -1)
	ok := true
	right = groupNumber.ReplaceAllString(strings.ReplaceAll(right, "|", `\|`), "$$$0")
	out := slot.ReplaceAllStringFunc(right, func(s string) string {
		i := slices.Index(open, s)
		if i < 0 {
			ok = false
			return s
		}
		open[i] = ""
		return "$" + string(rune('1'+i))
	})
	return out, ok && len(open) < 10
}

// valePattern is an expression that finds a term. An article inside it may be
// missing, as a rendering to flag often lacks one.
func valePattern(term string) string {
	var out strings.Builder
	for i, word := range strings.Fields(term) {
		article := i > 0 && english.Articles[word]
		switch {
		case article:
			out.WriteString("(?: " + word + ")?")
			continue
		case i > 0:
			out.WriteString(" ")
		}
		for word != "" {
			at := slot.FindStringIndex(word)
			if at == nil {
				out.WriteString(regexp.QuoteMeta(word))
				break
			}
			out.WriteString(regexp.QuoteMeta(word[:at[0]]) + slotPatterns[word[at[0]:at[1]]])
			word = word[at[1]:]
		}
	}
	return out.String()
}

// phrases are renderings by each of their words.
type phrases map[string][]string

// add takes a rendering, unless it is a single word, which is around none.
func (p phrases) add(term string) {
	words := wordsOf(term)
	if len(words) < 2 {
		return
	}
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		p[w] = append(p[w], term)
	}
}

func wordsOf(term string) []string {
	return strings.Fields(strings.ToLower(strings.ReplaceAll(term, "~", "")))
}

// around are the renderings that hold another one and more.
func (p phrases) around(wrong string) []string {
	words := wordsOf(wrong)
	if len(words) == 0 {
		return nil
	}
	rarest := slices.MinFunc(words, func(a, b string) int { return len(p[a]) - len(p[b]) })
	inner := " " + strings.Join(words, " ") + " "
	var out []string
	for _, longer := range p[rarest] {
		outer := " " + strings.Join(wordsOf(longer), " ") + " "
		if outer != inner && strings.Contains(outer, inner) {
			out = append(out, longer)
		}
	}
	return out
}
