package english

import "strconv"

// Figures are a number as English writes it: 1,505.
func Figures(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0 && digits[at-1] != '-'; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// Count is a number with its noun, which is given in the singular: 1 entry, 3,478
// entries.
func Count(n int, noun string) string {
	if n != 1 {
		noun = Plural(noun)
	}
	return Figures(n) + " " + noun
}
