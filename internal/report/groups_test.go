package report

import (
	"strings"
	"testing"

	"rectify/internal/check"
	"rectify/internal/mqm"
	"rectify/internal/termbase"
)

// The worst stands first, then the surest, the most frequent, the first.
func TestGroupsOrder(t *testing.T) {
	f := newFile("a.txt", "a b c d d e e f\n")
	for _, x := range []struct {
		text string
		bad  mqm.Severity
		sure check.Certainty
	}{
		{"a", mqm.Minor, check.Proven},
		{"b", mqm.Major, check.Likely},
		{"c", mqm.Major, check.Proven},
		{"d", mqm.Major, check.Proven},
		{"e", mqm.Major, check.Proven},
		{"f", mqm.Critical, check.Advice},
	} {
		for _, issue := range newFile("", f.Document.Text, fault{variant, x.text, nil, "about " + x.text, nil, false}).Issues {
			issue.Severity, issue.Certainty = &x.bad, &x.sure
			f.Issues = append(f.Issues, issue)
		}
	}
	var got []string
	for _, g := range groups(f.Document, f.Issues) {
		got = append(got, g.rows[0].found)
	}
	if got := strings.Join(got, " "); got != "f d e c b a" {
		t.Errorf("order %s", got)
	}
}

// An entry is one group, whatever its checks; each fault is one row of it.
func TestGroupsRows(t *testing.T) {
	f := newFile("a.txt", "The Fed and the fed met the Fed\nand the FED. The\nFed, the The Fed.\n",
		fault{deprecated, "Fed", federation, "m", []string{"Federation", "Federation", "ACFTU"}, true},
		fault{variant, "fed", federation, "n", []string{"Federation"}, true},
		fault{variant, "FED", president, "n", []string{"Federation"}, true},
		fault{variant, "The Fed", federation, "o", nil, true},
		fault{variant, "The\nFed", federation, "o", nil, true})
	var got []string
	for _, g := range groups(f.Document, f.Issues) {
		got = append(got, g.entry.ID+" "+g.bad.String())
		for _, r := range g.rows {
			got = append(got, r.found+" → "+strings.Join(r.suggestions, "/")+" "+paint(places(f.Document, r, 0)[0], false))
		}
	}
	want := `acftu major
Fed → Federation/ACFTU 1:5, 1:29, 3:1, 3:14
The Fed →  1:1, 2:14, 3:10
fed → Federation 1:17
president-prc minor
FED → Federation 2:9`
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Entries are told apart by identity: two glossaries may use one ID.
func TestGroupsSameID(t *testing.T) {
	f := newFile("a.txt", "one two\n",
		fault{variant, "one", &termbase.Entry{ID: "x"}, "m", nil, false},
		fault{variant, "two", &termbase.Entry{ID: "x"}, "m", nil, false})
	if n := len(groups(f.Document, f.Issues)); n != 2 {
		t.Errorf("%d groups", n)
	}
}
