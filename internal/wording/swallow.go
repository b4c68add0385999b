package wording

import (
	"slices"
	"strings"
)

// owners are what a machine puts behind the name of a Party organ to say whose
// it is, the longest first. An official name says so itself.
var owners = [][]string{
	strings.Fields("of the Central Committee of the Communist Party of China"),
	strings.Fields("of the Communist Party of China Central Committee"),
	strings.Fields("of the Central Committee of the CPC"),
	strings.Fields("of the Chinese Communist Party"),
	strings.Fields("of the Communist Party of China"),
	strings.Fields("of the Party Central Committee"),
	strings.Fields("of the CPC Central Committee"),
	strings.Fields("of the Central Committee"),
	strings.Fields("of the CPC"),
}

// swallow takes an owner that stands behind the match into it, where the new
// text names the owner itself: a Party organ, or the country in a "Chinese" that the
// match has not.
func (p *place) swallow(new string) {
	if !strings.EqualFold(p.after(1), "of") {
		return // every owner begins with it
	}
	n := p.shortOwner(new)
	if strings.Contains(new, "CPC") {
		for _, words := range owners {
			if p.followedBy(words) {
				n = max(n, len(words))
			}
		}
	}
	if strings.Contains(new, "Chinese") && !p.holds("Chinese") && p.followedBy([]string{"of", "China"}) && !startsCapital(p.after(3)) {
		n = max(n, 2)
	}
	if n > 0 {
		p.match.Last += n
		p.match.End = int(p.text.Words[p.match.Last].Stem())
	}
}

// shortOwner is how many words behind the match name an owner in short whom the
// new text names in full: of the Federation, behind an office of the All-China
// Federation of Trade Unions.
func (p *place) shortOwner(new string) int {
	_, owner, owned := strings.Cut(new, " of ")
	if !owned || !p.followedBy([]string{"of", "the"}) {
		return 0
	}
	full := strings.FieldsFunc(owner, func(r rune) bool { return r == ' ' || r == '-' })
	n := 2
	for startsCapital(p.after(n+1)) && slices.Contains(full, p.after(n+1)) {
		n++
	}
	if n == 2 || startsCapital(p.after(n+1)) || strings.EqualFold(p.after(n+1), "of") {
		return 0
	}
	return n
}

// followedBy reports whether the words stand right behind the match.
func (p *place) followedBy(words []string) bool {
	for i, w := range words {
		if !strings.EqualFold(p.after(i+1), w) {
			return false
		}
	}
	return true
}
