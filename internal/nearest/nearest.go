// Package nearest finds the word that a person probably meant, for error
// messages about unknown names.
package nearest

import "unicode"

// Nearest is the known word that the fewest typing slips (a character left
// out, added, changed, or swapped with its neighbor) turn into word, case
// aside; the first of several. It is "" if none is near: at most a third of
// the characters of the longer word, rounded up, may differ.
func Nearest(word string, known []string) string {
	best, fewest := "", -1
	typed := folded(word)
	for _, k := range known {
		meant := folded(k)
		longer, shorter := max(len(typed), len(meant)), min(len(typed), len(meant))
		limit := (longer + 2) / 3
		if longer-shorter > limit || shorter == 0 {
			continue // spares comparing a word of any length
		}
		if d := distance(typed, meant); d <= limit && d < longer && (fewest < 0 || d < fewest) {
			best, fewest = k, d
		}
	}
	return best
}

func folded(word string) []rune {
	runes := []rune(word)
	for i, r := range runes {
		runes[i] = unicode.ToLower(r)
	}
	return runes
}

// distance counts the slips between two words (optimal string alignment).
func distance(a, b []rune) int {
	// Three rows of the matrix: the one before the last is for swaps.
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			changed := last[j]
			if a[i] != b[j] {
				changed++
			}
			row[j+1] = min(changed, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
