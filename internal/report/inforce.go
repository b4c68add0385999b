package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// InForce is what holds for the review of a file, and by which flag or line of a
// settings file.
type InForce struct {
	// Files are the settings files, in the order in which they hold.
	Files    []string       `json:"files"`
	Settings []Setting      `json:"settings"`
	Checks   []CheckInForce `json:"checks"`
}

// Setting is one value of a setting; one that is a list has several.
type Setting struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	From  string `json:"from"`
}

// CheckInForce says whether a check runs, and how bad its issues are. From is ""
// where nothing was said of it: then it runs.
type CheckInForce struct {
	Check    string `json:"check"`
	Runs     bool   `json:"runs"`
	Severity string `json:"severity"`
	From     string `json:"from"`
}

// WriteInForceJSON prints it for programs.
func WriteInForceJSON(w io.Writer, f InForce) error { return encodeLine(w, f, "  ") }

// WriteInForce prints it in columns, for reading. Checks of which nothing was said
// are not listed.
func WriteInForce(w io.Writer, f InForce) error {
	files := "No settings file."
	if len(f.Files) > 0 {
		files = "Settings of " + visiblePath(strings.Join(f.Files, ", ")) + "."
	}
	// A column is as wide as its widest cell; a line end in the middle parts tables.
	columns := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(columns, "%s\n\nsetting\tvalue\tset by\n", files)
	for _, s := range f.Settings {
		fmt.Fprintf(columns, "%s\t%s\t%s\n", s.Key, visible(s.Value), visiblePath(s.From))
	}
	fmt.Fprint(columns, "\n")
	rest := "All checks run"
	for _, c := range f.Checks {
		if c.From == "" {
			continue
		}
		if rest == "All checks run" {
			fmt.Fprint(columns, "check\truns\tseverity\tset by\n")
			rest = "\nAll other checks run"
		}
		runs := "yes"
		if !c.Runs {
			runs = "no"
		}
		fmt.Fprintf(columns, "%s\t%s\t%s\t%s\n", c.Check, runs, c.Severity, visiblePath(c.From))
	}
	fmt.Fprintf(columns, "%s, each with its own severity.\n", rest)
	return columns.Flush()
}
