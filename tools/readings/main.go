// Command readings writes the readings of the Chinese characters that the
// search by pinyin uses: a line a syllable, without its tone, with the
// characters of the Unicode block of common ones that are read so. Run it by
// `go generate ./internal/pinyin`.
package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// The block CJK Unified Ideographs.
const firstRune, lastRune = 0x4e00, 0x9fff

func main() {
	args := pinyin.NewArgs()
	args.Heteronym = true
	read := map[string]*strings.Builder{}
	for r := rune(firstRune); r <= lastRune; r++ {
		for _, one := range pinyin.SinglePinyin(r, args) {
			if strings.Trim(one, "abcdefghijklmnopqrstuvwxyz") != "" {
				continue // a sound without a vowel
			}
			if read[one] == nil {
				read[one] = &strings.Builder{}
			}
			if !strings.HasSuffix(read[one].String(), string(r)) {
				read[one].WriteRune(r)
			}
		}
	}
	for _, syllable := range slices.Sorted(maps.Keys(read)) {
		fmt.Println(syllable, read[syllable])
	}
}
