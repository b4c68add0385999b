package checks

import (
	"slices"
	"sort"
	"strings"

	"rectify/internal/check"
	"rectify/internal/termbase"
)

// titlesBeside are the titles right before and right after a name, a comma and
// an article between them at most, and one that it is part of.
func titlesBeside(p *check.Pass, n *personName) []termbase.Match {
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
func officesBeside(p *check.Pass, n *personName) []string {
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
