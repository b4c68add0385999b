package quantity

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// English reads the numbers of an English text, in its order.
func English(text string) []Number {
	var all []Number
	for from := nextNumber(text, 0); from < len(text); {
		at := englishNumber.FindStringSubmatchIndex(text[from:])
		if at == nil {
			from = nextNumber(text, from+1)
			continue
		}
		for i := range at {
			if at[i] >= 0 {
				at[i] += from
			}
		}
		r := englishReader{text: text, at: at}
		if n, ok := r.number(); ok {
			all = append(all, n)
		}
		from = nextNumber(text, at[1])
	}
	shareUnits(text, all)
	return quoted(text, all)
}

// nextNumber is the next offset at which a number may begin: at a figure, or at a
// word that begins one. The expression is tried there alone, since it is slow.
func nextNumber(text string, from int) int {
	for i := from; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			return i
		case !isLetter(c) || i > 0 && isWordByte(text[i-1]):
			continue
		}
		end := i + 1
		for end < len(text) && isLetter(text[end]) {
			end++
		}
		if end-i <= longestStart && (end == len(text) || !isWordByte(text[end])) && numberStarts[strings.ToLower(text[i:end])] {
			return i
		}
		i = end - 1
	}
	return len(text)
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isWordByte reports whether a byte is one that \b takes for part of a word.
func isWordByte(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c == '_' }

// numberStarts are the words that begin a number, in lower case.
var numberStarts = func() map[string]bool {
	starts := map[string]bool{}
	for _, w := range strings.Split(strings.ToLower(numberWords+"|"+months), "|") {
		starts[w] = true
	}
	for w := range looseWords {
		starts[w] = true
	}
	return starts
}()

// longestStart is how many letters such a word has at most.
const longestStart = len("seventeenth")

// The groups of englishNumber.
const (
	digitsGroup = iota + 1
	wordsGroup
	monthGroup
	looseGroup
	scaleGroup
	signGroup
	unitGroup
)

var englishNumber = regexp.MustCompile(`^(?i)(?:` +
	`(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)` +
	`|\b((?:` + numberWords + `)(?:(?:[\s-]+and[\s-]+|[\s-]+)(?:` + numberWords + `))*)\b` +
	`|\b(` + months + `)\b` +
	`|\b(` + strings.Join(slices.Sorted(maps.Keys(looseWords)), "|") + `)\b` +
	`)(?:[\s-]*(?:(?:of\s+)?an?\s+)?(hundred|thousand|million|billion|trillion)s?\b)?` +
	`(?:\s*(%)|[\s-]*(?:(per\s?cent(?:\s+points?)?|percentage points?)\b))?`)

const months = `January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec`

const numberWords = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|` +
	`twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|` +
	`first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|` +
	`twentieth|thirtieth|hundredth`

// englishReader reads one number.
type englishReader struct {
	text string
	at   []int
}

func (r *englishReader) group(n int) string {
	if r.at[2*n] < 0 {
		return ""
	}
	return r.text[r.at[2*n]:r.at[2*n+1]]
}

func (r *englishReader) number() (n Number, ok bool) {
	n = Number{Start: r.at[0], End: r.at[1], scale: 1}
	switch {
	case r.group(digitsGroup) != "":
		value, err := strconv.ParseFloat(strings.ReplaceAll(r.group(digitsGroup), ",", ""), 64)
		if err != nil {
			return n, false
		}
		n.Values = []float64{value}
		r.digits(&n)
	case r.group(wordsGroup) != "":
		value, ordinal, ok := wordValue(r.group(wordsGroup))
		if !ok {
			return n, false
		}
		n.Values, n.Loose = []float64{value}, value <= mostLoose || letterAfter.MatchString(r.text[n.End:])
		if ordinal {
			n.Kind = Ordinal
		}
	case r.group(monthGroup) != "":
		n.Kind, n.Loose = Month, true
		n.Values = []float64{float64(monthOf(r.group(monthGroup)))}
	default:
		n.Loose = true
		n.Values = slices.Clone(looseWords[strings.ToLower(r.group(looseGroup))])
	}
	if scale := scales[strings.ToLower(r.group(scaleGroup))]; scale > 0 {
		for i := range n.Values {
			n.Values[i] *= scale
		}
		n.scale = scale
		n.Loose = n.Loose && r.group(looseGroup) != ""
	}
	switch unit := strings.ToLower(r.group(signGroup) + r.group(unitGroup)); {
	case strings.Contains(unit, "point"):
		n.Kind, n.Loose = Points, false
	case unit != "":
		n.Kind, n.Loose = Percent, false
	}
	return n, len(n.Values) > 0
}

// mostBefore is how much of the text before a number is looked at, mostDate how much of
// it the rest of a date takes.
const mostBefore, mostDate = 200, 48

// mostLoose is the greatest number that words in any sentence stand for.
const mostLoose = 12

var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

// looseWords are words that may render a number, with those that they may.
var looseWords = map[string][]float64{
	"double": {2, 1, 100}, "doubles": {2, 1, 100}, "doubled": {2, 1, 100}, "doubling": {2, 1, 100}, "twice": {2, 1}, "both": {2}, "pair": {2}, "pairs": {2},
	"triple": {3, 2}, "tripled": {3, 2}, "triples": {3, 2}, "quadruple": {4, 3, 2}, "quadrupled": {4, 3, 2}, "quadruples": {4, 3, 2},
	"half": {0.5, 30, 1}, "third": {1.0 / 3, 3}, "thirds": {2.0 / 3}, "quarter": {0.25, 25, 15}, "quarters": {0.75, 75, 45},
	"decade": {10}, "decades": {10, 20, 30, 40, 50}, "dozen": {12, 10}, "dozens": {10, 20, 30}, "once": {1}, "single": {1},
	"century": {100}, "centuries": {100}, "score": {20}, "scores": {20},
}

// unspaced is what stands at the end of a text without white space.
func unspaced(text string) string { return text[strings.LastIndexAny(text, " \t\n\f\r")+1:] }

// endsAsHour reports whether a text ends as the hour of a time does: 10:
func endsAsHour(text string) bool {
	n := len(text)
	return n > 1 && text[n-1] == ':' && text[n-2] >= '0' && text[n-2] <= '9'
}

// digits looks at what stands around digits: letters, the signs of a time, of a
// date, of a list.
func (r *englishReader) digits(n *Number) {
	start, end := r.at[2*digitsGroup], r.at[2*digitsGroup+1]
	before, after := r.text[max(0, start-mostBefore):start], r.text[end:]
	scaled := r.group(scaleGroup)+r.group(signGroup)+r.group(unitGroup) != ""
	switch {
	case ordinalEnd.MatchString(after):
		n.Kind, n.End = Ordinal, end+2
		return
	case strings.HasPrefix(after, "s") || strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’s"): // the 1980s
		n.Kind = Year
		if n.Values[0] < 100 {
			n.Values = append(n.Values, 1900+n.Values[0])
		}
		return
	case attached.MatchString(unspaced(before)), !scaled && letterAfter.MatchString(after), endsAsHour(before), strings.HasPrefix(after, ":") && len(after) > 1 && after[1] >= '0' && after[1] <= '9':
		n.Loose = true
	case (strings.TrimSpace(before) == "" || strings.HasSuffix(before, "\n")) && (strings.HasPrefix(after, ".") || strings.HasPrefix(after, ")")):
		n.Loose = true // the number of an item
	}
	value := n.Values[0]
	switch {
	case scaled || value != float64(int(value)):
	case value <= 31 && (monthBefore.MatchString(before[max(0, len(before)-mostDate):]) || monthAfter.MatchString(after)):
		n.Kind = Day
	case end-start == 4 && value >= 1500 && value <= 2100:
		n.Kind = Year
	}
	if value < 100 && shortYear.MatchString(before[max(0, len(before)-mostDate):]) {
		n.Values = append(n.Values, 2000+value, 1900+value)
	}
	if otherAfter.MatchString(after) {
		n.Values = append(n.Values, value+1) // the Chinese counts the first one, too
	}
	if meridiem.MatchString(after) && value <= 12 {
		n.Values = append(n.Values, value+12)
	}
}

var (
	ordinalEnd  = regexp.MustCompile(`^(?:st|nd|rd|th)\b`)
	attached    = regexp.MustCompile(`(?:\pL-?|[.#/_@-]\S*)$`)
	letterAfter = regexp.MustCompile(`^-?\pL`)
	shortYear   = regexp.MustCompile(`(?i)(?:\bFY\s?|\byear\s|['’])$`)
	otherAfter  = regexp.MustCompile(`^\s+other\b`)
	meridiem    = regexp.MustCompile(`^(?::\d\d)?\s*p\.?m`)
	monthBefore = regexp.MustCompile(`(?i)\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+(?:\d{1,2}(?:\s*(?:-|–|to|and)\s*))?$`)
	monthAfter  = regexp.MustCompile(`(?i)^(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and)\s*\d{1,2})?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`)
)

func monthOf(name string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name)[:3])/3 + 1
}

// shareUnits lets the first number of a range have the unit of the second: from 5 to
// 10 million, 3 and 5 percent, January to April.
func shareUnits(text string, all []Number) {
	for i := 1; i < len(all); i++ {
		between := strings.TrimSpace(text[all[i-1].End:all[i].Start])
		if rest := strings.TrimPrefix(strings.TrimPrefix(between, "个"), "個"); rest != "" {
			between = rest // 3个和5个百分点
		}
		if !rangeSigns[between] {
			continue
		}
		a, b := &all[i-1], all[i]
		if b.decade && a.Kind == Amount {
			decade(a)
		}
		if a.Kind == Amount && b.Kind != Ordinal {
			a.Kind, a.Loose = b.Kind, a.Loose || b.Loose
		}
		if a.scale < b.scale {
			a.Values = append(a.Values, a.Values[0]*b.scale)
		}
	}
}

var rangeSigns = map[string]bool{"-": true, "–": true, "—": true, "to": true, "and": true, "or": true, "~": true, "至": true, "到": true, "－": true, "～": true, "、": true, "和": true, "与": true, "及": true, "": true}
