package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/english"
	"rectify/internal/format"
	"rectify/internal/report"
	"rectify/internal/review"
	"rectify/internal/termbase"
)

// fixAsking asks about every suggestion of the review, in the order of the
// text, and then changes the files by those that were accepted.
func fixAsking(s streams, r review.Review, narrow narrowing, inputs []*format.File, flags, args []string) error {
	result := r.Run(documents(inputs))
	d := dialogue{streams: s, answers: bufio.NewReader(s.in), result: result, always: map[topic]int{}}
	for i, file := range result.Files {
		result.Files[i] = narrow.file(file)
		n := askable(result.Files[i].Issues)
		d.all += n
		if n == 0 {
			continue
		}
		// Better now than when all is answered.
		if err := writable(inputs[i]); err != nil {
			return err
		}
	}
	contents := make([][]byte, len(inputs))
	for i, file := range result.Files {
		accepted, err := d.file(file)
		if err != nil {
			return err
		}
		if contents[i], err = inputs[i].Apply(accepted); err != nil {
			return fmt.Errorf("%s: %w", file.Document.Path, err)
		}
	}
	if err := rewrite(inputs, contents); err != nil {
		return err
	}
	fmt.Fprintln(s.err, d.done.sentence(" in "+english.Count(d.done.files, "file"), flags, args))
	narrow.tell(s.err)
	return nil
}

// askable counts the issues with a suggestion.
func askable(issues []check.Issue) int {
	n := 0
	for _, i := range issues {
		if len(i.Suggestions) > 0 {
			n++
		}
	}
	return n
}

// topic is what "all of this term" takes together: the issues of one check
// about one entry or, where there is none, with one message.
type topic struct {
	check   *check.Check
	entry   *termbase.Entry
	message string
}

func topicOf(i check.Issue) topic {
	t := topic{check: i.Check, entry: i.Entry}
	if t.entry == nil {
		t.message = i.Message
	}
	return t
}

// dialogue is the state of one run of fix --interactive.
type dialogue struct {
	streams
	answers *bufio.Reader
	result  *review.Result
	// all is how many questions there are, asked how many were reached.
	all, asked int
	// always is what to choose for a topic, where all of it was answered at once.
	always map[topic]int
	quit   bool
	done   tally
}

// file asks about the issues of a file and returns the edits accepted.
func (d *dialogue) file(file review.File) ([]edit.Edit, error) {
	var accepted [][]edit.Edit
	for _, issue := range file.Issues {
		chosen := -1
		if len(issue.Suggestions) > 0 && !d.quit {
			var err error
			if chosen, err = d.choose(file.Document, issue); err != nil {
				return nil, err
			}
		}
		if chosen < 0 {
			d.done.left++
			continue
		}
		with := append(accepted, issue.Suggestions[chosen].Edits)
		if _, taken := edit.Merge(with); !taken[len(accepted)] {
			fmt.Fprintln(d.out, "Left as it is: a change accepted before is in its way.")
			d.done.left++
			continue
		}
		accepted = with
		d.done.fixed++
	}
	if len(accepted) > 0 {
		d.done.files++
	}
	edits, _ := edit.Merge(accepted)
	return edits, nil
}

// choose is the index of the suggestion to apply; -1 for none.
func (d *dialogue) choose(doc *document.Document, issue check.Issue) (int, error) {
	d.asked++
	if chosen, answered := d.always[topicOf(issue)]; answered && chosen < 0 {
		return chosen, nil
	} else if answered {
		return chosen, d.show("line", doc, issue)
	}
	if d.asked > 1 {
		fmt.Fprintln(d.out)
	}
	if err := d.show("diff", doc, issue); err != nil {
		return 0, err
	}
	if len(issue.Suggestions) > 1 {
		for i, s := range issue.Suggestions {
			fmt.Fprintf(d.out, "  %d = %s\n", i+1, strconv.Quote(s.Text))
		}
	}
	for {
		fmt.Fprintf(d.out, "%d of %d: %s? ", d.asked, d.all, keys(issue))
		answer, err := d.answers.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return 0, fmt.Errorf("reading the answer: %w", err)
		}
		answer = strings.ToLower(strings.TrimSpace(answer))
		if err != nil && answer == "" { // the end of the answers
			fmt.Fprintln(d.out)
			answer = "q"
		}
		switch answer {
		case "y", "yes":
			return 0, nil
		case "n", "no":
			return -1, nil
		case "a", "all":
			d.always[topicOf(issue)] = 0
			return 0, nil
		case "s", "skip":
			d.always[topicOf(issue)] = -1
			return -1, nil
		case "q", "quit":
			d.quit = true
			return -1, nil
		}
		if n, err := strconv.Atoi(answer); err == nil && 1 <= n && n <= len(issue.Suggestions) {
			return n - 1, nil
		}
		fmt.Fprint(d.out, answersHelp)
	}
}

// answersHelp says what each answer does.
const answersHelp = `  yes   take the first suggestion, or a number that one
  no    leave it as it is
  all   take the first one here and wherever this term comes again
  skip  leave it here and wherever this term comes again
  quit  keep what was accepted till now, and leave the rest
`

// keys are the answers that an issue takes.
func keys(issue check.Issue) string {
	number := ""
	if n := len(issue.Suggestions); n > 1 {
		number = fmt.Sprintf("1-%d, ", n)
	}
	return "[y]es, [n]o, " + number + "[a]ll or [s]kip all of this term, [q]uit"
}

// show prints one issue as a report would.
func (d *dialogue) show(name string, doc *document.Document, issue check.Issue) error {
	writer, err := report.Lookup(name)
	if err != nil {
		return err
	}
	one := &review.Result{Source: d.result.Source, Files: []review.File{{Document: doc, Issues: []check.Issue{issue}}}}
	look := lookOf(d.out)
	look.Bare = true
	return writer.Write(d.out, one, look)
}
