package checks

import (
	"slices"
	"sort"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/pinyin"
	"rectify/internal/termbase"
)

// personName is a Chinese name in pinyin as it stands in the text.
type personName struct {
	segment     int
	first, last int // words
	// surname and given are its letters in lower case.
	surname, given string
	// reversed names have the given name first.
	reversed bool
	document.Span
}

// letters are those of the whole name, the surname first.
func (n personName) letters() string { return n.surname + n.given }

// plain reports whether the name is written as most are: the surname, and the
// given name in one word.
func (n personName) plain() bool { return !n.reversed && n.last == n.first+1 }

// spelling is the name as it is written, but for capitals and line breaks.
func (n personName) spelling(p *check.Pass) string {
	if plain := n.surname + " " + n.given; n.plain() && n.Len() == len(plain) {
		return plain
	}
	return straight.Replace(strings.ToLower(oneLine(p.Document.Slice(n.Span))))
}

var straight = strings.NewReplacer("’", "'", "‐", "-", "‑", "-")

// personNames finds the names of one or two syllables after a surname, or of
// two before it, whatever way the two are split.
func personNames(p *check.Pass) []personName {
	var names []personName
	r := nameReader{Pass: p}
	for s := range p.Document.Segments {
		r.to = int(p.Segments[s+1])
		for i := int(p.Segments[s]); i < r.to; i++ {
			if !r.capitalized(i) {
				continue
			}
			n, ok := r.surnameFirst(i)
			if !ok {
				n, ok = r.surnameLast(i)
			}
			if ok {
				n.segment = s
				n.Span = document.Span{Start: int(p.Words[n.first].Start), End: int(p.Words[n.last].Stem)}
				names = append(names, n)
				i = n.last
			}
		}
	}
	return names
}

// nameReader reads names in a segment that ends before word to. Most words
// with a capital are no names: it makes strings of none of them.
type nameReader struct {
	*check.Pass
	to    int
	lower [longestName]byte
}

// longestName bounds the words that may be part of a name.
const longestName = 16

// surnameFirst reads a name that begins with its surname at word i: Wang Hua,
// Wang Jianhua, Wang Jian-hua, Wang Jian Hua, Ou Yang Hua.
func (r *nameReader) surnameFirst(i int) (n personName, ok bool) {
	if !r.follows(i+1, " ") || !pinyin.IsSurname(r.letters(i)) {
		return n, false
	}
	syllables := pinyin.Syllables(r.letters(i + 1))
	if syllables == 0 {
		return n, false
	}
	n = personName{first: i, last: i + 1, surname: r.part(i), given: r.part(i + 1)}
	if notNames[n.letters()] {
		return n, false
	}
	if compound := n.letters(); syllables == 1 && pinyin.IsSurname([]byte(compound)) && r.given(i+2, " ") > 0 {
		n.last++
		n.surname, n.given = compound, r.part(n.last)
		syllables = pinyin.Syllables(r.letters(n.last))
	}
	if syllables == 1 && (r.given(n.last+1, "-") == 1 || r.given(n.last+1, " ") == 1) {
		n.last++
		n.given += r.part(n.last)
	}
	return n, r.ends(n)
}

// notNames are places that read like names.
var notNames = map[string]bool{"hongkong": true}

// surnameLast reads a name that ends with its surname, the given name at word
// i: Jianhua Wang, Jian-hua Wang.
func (r *nameReader) surnameLast(i int) (n personName, ok bool) {
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
	n = personName{first: i, last: last, reversed: true, surname: r.part(last)}
	for ; i < last; i++ {
		n.given += r.part(i)
	}
	return n, r.ends(n)
}

// ends reports whether nothing goes on with the name. Names in a row without
// commas, and one of more syllables, can't be told.
func (r *nameReader) ends(n personName) bool {
	return r.given(n.last+1, " ") == 0 && r.given(n.last+1, "-") == 0
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
	if i >= r.to || r.Words[i-1].Stem != r.Words[i-1].End {
		return false
	}
	between := r.Document.Text[r.Words[i-1].End:r.Words[i].Start]
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
	if w.Stem-w.Start > longestName {
		return nil
	}
	out := r.lower[:0]
	for k := w.Start; k < w.Stem; k++ {
		switch c := r.Document.Text[k] | 0x20; {
		case c >= 'a' && c <= 'z':
			out = append(out, c)
		case r.Document.Text[k] == '\'':
		case strings.HasPrefix(r.Document.Text[k:w.Stem], "’"):
			k += int32(len("’")) - 1
		default:
			return nil
		}
	}
	return out
}

// part is the letters of word i to keep.
func (r *nameReader) part(i int) string { return string(r.letters(i)) }

// titlesBeside are the titles right before and right after a name, a comma and
// an article between them at most, and one that it is part of.
func titlesBeside(p *check.Pass, n personName) []termbase.Match {
	var titles []termbase.Match
	// The first match that doesn't end before the name.
	at := sort.Search(len(p.Matches), func(i int) bool { return p.Matches[i].Last >= n.first })
	for i := max(0, at-1); i < len(p.Matches) && p.Matches[i].First <= n.last+3; i++ {
		m := p.Matches[i]
		if m.Segment != n.segment || m.Term.Entry.Kind != termbase.Titles {
			continue
		}
		if m.Last < n.first && small(p, m.Last+1, n.first) || m.First > n.last && small(p, n.last+1, m.First) && !named(p, m) || m.First <= n.last && m.Last >= n.first {
			titles = append(titles, m)
		}
	}
	return titles
}

// bareTitles are the words that are titles only before certain names, by the
// office that they are short for.
var bareTitles = map[string]string{
	"premier": "premier-state-council", "president": "president-prc", "secretary": "general-secretary-cpc-central-committee",
}

// officesBeside are the ids of the offices that the titles beside a name stand
// for.
func officesBeside(p *check.Pass, n personName) []string {
	var offices []string
	for _, m := range titlesBeside(p, n) {
		offices = append(offices, m.Term.Entry.ID)
	}
	if before := n.first - 1; before >= int(p.Segments[n.segment]) {
		if office := bareTitles[strings.ToLower(word(p, before))]; office != "" && !slices.Contains(offices, office) {
			offices = append(offices, office)
		}
	}
	return offices
}

// named reports whether a capital follows the title: it is somebody else's.
func named(p *check.Pass, m termbase.Match) bool {
	next := m.Last + 1
	return next < int(p.Segments[m.Segment+1]) && (&nameReader{Pass: p}).capitalized(next)
}

// small reports whether nothing but a comma, an article and "Chinese" stand at words from
// to to, the last one excluded.
func small(p *check.Pass, from, to int) bool {
	for i := from; i < to; i++ {
		switch word(p, i) {
		case ",", "the", "Chinese":
		default:
			return false
		}
	}
	return true
}
