package checks

import (
	"strings"
	"sync"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/pinyin"
	"rectify/internal/termbase"
)

// personName is a Chinese name in pinyin as it stands in the text.
type personName struct {
	segment     int
	first, last int // words
	// letters are its letters in lower case, the surname first, which has so many of
	// them.
	letters string
	family  int
	// reversed names have the given name first.
	reversed bool
	document.Span
}

// surname and given are the letters of the two parts.
func (n *personName) surname() string { return n.letters[:n.family] }
func (n *personName) given() string   { return n.letters[n.family:] }

// plain reports whether the name is written as most are: the surname, and the
// given name in one word.
func (n *personName) plain() bool { return !n.reversed && n.last == n.first+1 }

// personNames are the names of one or two syllables after a surname, or of two
// before it, whatever way the two are split.
var personNames = check.Share(readPersonNames)

func readPersonNames(p *check.Pass) []*personName {
	var names []*personName
	r := nameReader{Pass: p, capitals: landmarksOf.Of(p).capitals}
	for s := range p.Document.Segments {
		r.to = int(p.Segments[s+1])
		family := -1 // the next word that may be a surname
		for i := int(p.Segments[s]); i < r.to; i++ {
			if family < i {
				family = r.nextSurname(i)
			}
			if i = max(i, family-mostGiven); family == r.to || !r.capitalized(i) {
				continue
			}
			n, ok := r.surnameFirst(i)
			if !ok {
				n, ok = r.surnameLast(i)
			}
			if ok {
				n.segment = s
				n.Span = document.Span{Start: int(p.Words[n.first].Start), End: int(p.Words[n.last].Stem())}
				names = append(names, n)
				i = n.last
			}
		}
	}
	return names
}

// mostGiven is how many words of a given name stand before a surname.
const mostGiven = 2

// nameReader reads names in a segment that ends before word to. Most words
// with a capital are no names: it makes strings of none of them.
type nameReader struct {
	*check.Pass
	to int
	// capitals are the words with one that weren't passed yet.
	capitals []int32
	lower    [longestName]byte
	// name are the letters of the name that is being read.
	name []byte
}

// longestName bounds the words that may be part of a name.
const longestName = 16

// nextSurname is the first word from i on that may be a surname, or the end.
func (r *nameReader) nextSurname(i int) int {
	table := surnameWords()
	for ; len(r.capitals) > 0 && int(r.capitals[0]) < r.to; r.capitals = r.capitals[1:] {
		at := int(r.capitals[0])
		if w := &r.Words[at]; at >= i && (w.Possessive() || table.Has(w)) {
			return at
		}
	}
	return r.to
}

// surnameWords are the surnames as words of a text: an apostrophe may part their
// syllables. A possessive is none of them.
var surnameWords = sync.OnceValue(func() *termbase.WordTable {
	var words []string
	for _, name := range pinyin.SurnameLetters() {
		words = append(words, name)
		for i := 1; i < len(name); i++ {
			if pinyin.Syllables([]byte(name[:i])) == 1 && pinyin.Syllables([]byte(name[i:])) == 1 {
				words = append(words, name[:i]+"'"+name[i:])
			}
		}
	}
	return termbase.NewWordTable(words...)
})

// surnameFirst reads a name that begins with its surname at word i: Wang Hua,
// Wang Jianhua, Wang Jian-hua, Wang Jian Hua, Ou Yang Hua.
func (r *nameReader) surnameFirst(i int) (n *personName, ok bool) {
	if !r.follows(i+1, " ") || !pinyin.IsSurname(r.letters(i)) {
		return n, false
	}
	r.begin(i)
	family := len(r.name)
	syllables := pinyin.Syllables(r.add(i + 1))
	if syllables == 0 || notNames[string(r.name)] {
		return n, false
	}
	last := i + 1
	if syllables == 1 && pinyin.IsSurname(r.name) && r.given(i+2, " ") > 0 {
		last++
		family = len(r.name)
		syllables = pinyin.Syllables(r.add(last))
	}
	if syllables == 1 && (r.given(last+1, "-") == 1 || r.given(last+1, " ") == 1) {
		last++
		r.add(last)
	}
	return r.read(i, last, family)
}

// notNames are places that read like names.
var notNames = map[string]bool{"hongkong": true}

// surnameLast reads a name that ends with its surname, the given name at word
// i: Jianhua Wang, Jian-hua Wang.
func (r *nameReader) surnameLast(i int) (n *personName, ok bool) {
	last := i + 1
	if r.follows(last, "-") {
		last++
	}
	if !r.follows(last, " ") || !pinyin.IsSurname(r.letters(last)) {
		return n, false
	}
	if split := last - i; pinyin.Syllables(r.letters(i)) != 3-split || split == 2 && r.given(i+1, "-") != 1 {
		return n, false
	}
	r.begin(last)
	family := len(r.name)
	for k := i; k < last; k++ {
		r.add(k)
	}
	if n, ok = r.read(i, last, family); ok {
		n.reversed = true
	}
	return n, ok
}

// begin starts a name with the letters of word i, and add goes on with those of
// another one, which it gives.
func (r *nameReader) begin(i int) { r.name = append(r.name[:0], r.letters(i)...) }

func (r *nameReader) add(i int) []byte {
	letters := r.letters(i)
	r.name = append(r.name, letters...)
	return letters
}

// read is the name that was read of words first to last, so many of its letters the
// surname, unless the text goes on with it.
func (r *nameReader) read(first, last, family int) (n *personName, ok bool) {
	if !r.ends(last) {
		return n, false
	}
	return &personName{first: first, last: last, letters: string(r.name), family: family}, true
}

// ends reports whether nothing goes on with a name behind its last word. Names in a
// row without commas, and one of more syllables, can't be told.
func (r *nameReader) ends(last int) bool {
	return r.given(last+1, " ") == 0 && r.given(last+1, "-") == 0
}

// given is how many syllables of a given name word i is, if it follows the
// word before it with nothing but the join between them.
func (r *nameReader) given(i int, join string) int {
	if !r.follows(i, join) {
		return 0
	}
	return pinyin.Syllables(r.letters(i))
}

// follows reports whether word i goes on a name: nothing but the join parts it
// from the word before, which no possessive ends, and it has a capital, if no
// hyphen joins it.
func (r *nameReader) follows(i int, join string) bool {
	if i >= r.to || r.Words[i-1].Possessive() {
		return false
	}
	between := r.Document.Text[r.Words[i-1].End():r.Words[i].Start]
	if join == "-" {
		return between == "-" || between == "‐" || between == "‑"
	}
	return (between == " " || between == "\n") && r.capitalized(i)
}

func (r *nameReader) capitalized(i int) bool {
	c := r.Document.Text[r.Words[i].Start]
	return c >= 'A' && c <= 'Z'
}

// letters are those of word i in lower case, its possessive ending and the
// apostrophes between syllables left out; none if it has others than a to z.
// They are good until the next call.
func (r *nameReader) letters(i int) []byte {
	w := r.Words[i]
	if w.Stem()-w.Start > longestName {
		return nil
	}
	out := r.lower[:0]
	for k := w.Start; k < w.Stem(); k++ {
		switch c := r.Document.Text[k] | 0x20; {
		case c >= 'a' && c <= 'z':
			out = append(out, c)
		case r.Document.Text[k] == '\'':
		case strings.HasPrefix(r.Document.Text[k:w.Stem()], "’"):
			k += int32(len("’")) - 1
		default:
			return nil
		}
	}
	return out
}
