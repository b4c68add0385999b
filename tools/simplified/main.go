// Command simplified writes the characters that are written otherwise in
// simplified Chinese: a line of those of traditional Chinese and a line of what
// stands for each. It reads Unihan_Variants.txt of the Unicode character database
// (Unicode License v3) from standard input. Run it by
//
//	go run ./simplified < Unihan_Variants.txt > ../internal/chinese/simplified.txt
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// The block CJK Unified Ideographs: beyond it are no characters of official texts.
const firstRune, lastRune = 0x4e00, 0x9fff

func main() {
	simplified := map[rune]rune{}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 3 || fields[1] != "kSimplifiedVariant" {
			continue
		}
		// What is kept in some words and not in others (乾坤, 乾净) is folded in all:
		// both sides of a comparison are.
		from := character(fields[0])
		for _, code := range fields[2:] {
			if to := character(code); from != 0 && to != 0 && to != from {
				simplified[from] = to
				break
			}
		}
	}
	if err := lines.Err(); err != nil || len(simplified) == 0 {
		fmt.Fprintln(os.Stderr, "simplified: no kSimplifiedVariant on standard input", err)
		os.Exit(1)
	}
	var from, to strings.Builder
	for r := rune(firstRune); r <= lastRune; r++ {
		if s, ok := simplified[r]; ok {
			from.WriteRune(r)
			to.WriteRune(s)
		}
	}
	fmt.Printf("%s\n%s\n", from.String(), to.String())
}

// character reads U+4E00; 0 for one outside the block.
func character(code string) rune {
	n, err := strconv.ParseInt(strings.TrimPrefix(code, "U+"), 16, 32)
	if r := rune(n); err == nil && r >= firstRune && r <= lastRune {
		return r
	}
	return 0
}
