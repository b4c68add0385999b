package report

import (
	"fmt"
	"regexp"
	"strings"

	"rectify/internal/english"
	"rectify/internal/mqm"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// tally is what a result adds up to.
type tally struct {
	files, faulty      int // faulty: with issues
	words, issues      int
	suppressed         int // issues left out on purpose
	fixable, suggested int // issues that fix can apply; that have a suggestion
	bySeverity         [len(severityStyles)]int
	often              frequency
	byCheck            map[string]int
}

func newTally() tally {
	return tally{byCheck: map[string]int{}, often: frequency{known: map[*termbase.Entry]*entryCount{}}}
}

func (t *tally) add(f review.File) {
	t.files++
	t.words += f.Words
	t.issues += len(f.Issues)
	t.suppressed += f.Suppressed
	if len(f.Issues) > 0 {
		t.faulty++
	}
	_, safe := merge(f.Issues, isSafe)
	for i, issue := range f.Issues {
		t.bySeverity[issue.HowBad()]++
		t.byCheck[issue.Check.ID]++
		t.often.add(issue)
		if safe[i] {
			t.fixable++
		}
		if len(issue.Suggestions) > 0 {
			t.suggested++
		}
	}
}

// summary says in a sentence or two what was found.
func (t tally) summary() string {
	if t.files == 0 {
		return "Nothing was reviewed: there was no file."
	}
	text := t.found()
	if t.suppressed > 0 {
		text += " " + english.Count(t.suppressed, "issue") + " suppressed."
	}
	return text
}

// found says in a sentence what was found.
func (t tally) found() string {
	if t.issues == 0 {
		return fmt.Sprintf("No issues in %s, %s.", english.Count(t.files, "file"), english.Count(t.words, "word"))
	}
	var severities []string
	for severity := len(t.bySeverity) - 1; severity >= 0; severity-- {
		if n := t.bySeverity[severity]; n > 0 {
			severities = append(severities, english.Figures(n)+" "+mqm.Severity(severity).String())
		}
	}
	in := english.Count(t.files, "file")
	if t.faulty < t.files {
		in = english.Figures(t.faulty) + " of " + in
	}
	return fmt.Sprintf("%s (%s) in %s, %s.", english.Count(t.issues, "issue"), strings.Join(severities, ", "), in, english.Count(t.words, "word"))
}

// nextFix and nextDiff say what the user may do about it, or "".
func (t tally) nextFix(o Options) string {
	if t.fixable == 0 {
		return ""
	}
	return english.Figures(t.fixable) + " can be applied by `rectify fix --write " + Arguments(o) + "`."
}

func (t tally) nextDiff(o Options) string {
	if t.suggested == 0 {
		return ""
	}
	return "See the suggestions in their sentences with `rectify diff " + Arguments(o) + "`."
}

// Arguments are the flags and paths of a command that reviews the same again,
// as a shell takes them; PATH where the paths are too many to repeat, or none.
func Arguments(o Options) string {
	paths := quoted(o.Paths)
	if paths == "" || width(paths) > 60 {
		paths = "PATH"
	}
	return strings.TrimSpace(quoted(o.Flags) + " " + paths)
}

func quoted(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w
		if shown := visiblePath(w); shown != w || !shellWord.MatchString(w) {
			out[i] = "'" + strings.ReplaceAll(shown, "'", `'\''`) + "'"
		}
	}
	return strings.Join(out, " ")
}

var shellWord = regexp.MustCompile(`^[\pL\pN_./,:@%+=-]+$`)
