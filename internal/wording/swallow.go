package wording

import "strings"

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
// text names the owner itself.
func (p *place) swallow(new string) {
	if !strings.Contains(new, "CPC") {
		return
	}
	for _, words := range owners {
		if !p.followedBy(words) {
			continue
		}
		p.match.Last += len(words)
		p.match.End = int(p.text.Words[p.match.Last].Stem)
		return
	}
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
