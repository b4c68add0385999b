package quantity

import "strings"

// small are the number words up to ninety, with their ordinals.
var small = func() map[string]float64 {
	all := map[string]float64{}
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty") {
		all[w] = float64(i)
	}
	for i, w := range strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth") {
		all[w] = float64(i + 1)
	}
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		all[w] = float64(30 + 10*i)
	}
	all["thirtieth"], all["hundredth"] = 30, 100
	return all
}()

// wordValue is the number that words stand for: one hundred and twenty-five. It is
// not ok if they are several, or none.
func wordValue(words string) (value float64, ordinal, ok bool) {
	part, last := 0.0, 0.0
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r == ' ' || r == '-' || r == '\n' || r == '\t' || r == '\r' }) {
		scale := scales[w]
		switch {
		case w == "and":
			continue
		case scale == 100:
			part = max(part, 1) * 100
		case scale > 0:
			value += max(part, 1) * scale
			part = 0
		default:
			n := small[w]
			if last > 0 && last < 100 && (last < 20 || n >= 10) {
				return 0, false, false // two numbers, one after the other
			}
			part += n
		}
		ordinal = isOrdinal(w)
		last = max(small[w], scale)
	}
	return value + part, ordinal, value+part > 0
}

func isOrdinal(word string) bool {
	switch word {
	case "first", "second", "third":
		return true
	}
	return strings.HasSuffix(word, "th")
}
