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
	"rectify/internal/wording"
)

// fixAsking asks about every suggestion of the review, in the order of the
// text, and then changes the files by those that were accepted.
func fixAsking(s streams, r review.Review, narrow narrowing, inputs []*format.File, flags, args []string) error {
	result := r.Run(documents(inputs))
	d := dialogue{streams: s, answers: bufio.NewReader(s.in), glossary: r.Glossary, always: map[topic]bool{}}
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

// topic is what "all of this kind" takes together: the issues of one check
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
	answers  *bufio.Reader
	glossary *termbase.Glossary
	// all is how many questions there are, asked how many were reached.
	all, asked int
	// always says for a topic that was answered all at once whether its first
	// suggestion is taken.
	always map[topic]bool
	quit   bool
	done   tally
}

// file asks about the issues of a file and returns the edits accepted.
func (d *dialogue) file(file review.File) ([]edit.Edit, error) {
	var accepted [][]edit.Edit
	for _, issue := range file.Issues {
		var chosen *check.Suggestion
		if len(issue.Suggestions) > 0 && !d.quit {
			var err error
			if chosen, err = d.choose(file.Document, issue); err != nil {
				return nil, err
			}
		}
		if chosen == nil {
			d.done.left++
			continue
		}
		with := append(accepted, chosen.Edits)
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

// choose is the suggestion to apply, nil for none.
func (d *dialogue) choose(doc *document.Document, issue check.Issue) (*check.Suggestion, error) {
	d.asked++
	if all, answered := d.always[topicOf(issue)]; answered && !all {
		return nil, nil
	} else if answered {
		return &issue.Suggestions[0], d.show("line", doc, issue)
	}
	if d.asked > 1 {
		fmt.Fprintln(d.out)
	}
	if err := d.show("diff", doc, issue); err != nil {
		return nil, err
	}
	if len(issue.Suggestions) > 1 {
		for i, s := range issue.Suggestions {
			fmt.Fprintf(d.out, "  %d = %s\n", i+1, strconv.Quote(s.Text))
		}
	}
	for {
		fmt.Fprintf(d.out, "%d of %d: %s: ", d.asked, d.all, keys(issue))
		answer, err := d.read()
		if err != nil {
			return nil, err
		}
		switch answer = strings.ToLower(answer); answer {
		case "y", "yes":
			return &issue.Suggestions[0], nil
		case "n", "no":
			return nil, nil
		case "e", "edit":
			return d.edit(doc, issue)
		case "a", "all":
			d.always[topicOf(issue)] = true
			return &issue.Suggestions[0], nil
		case "s", "skip":
			d.always[topicOf(issue)] = false
			return nil, nil
		case "q", "quit":
			d.quit = true
			return nil, nil
		}
		if n, err := strconv.Atoi(answer); err == nil && 1 <= n && n <= len(issue.Suggestions) {
			return &issue.Suggestions[n-1], nil
		}
		if d.quit { // no answer will come any more
			return nil, nil
		}
		fmt.Fprint(d.out, answersHelp)
	}
}

// read reads an answer. At the end of the answers it is "", and nothing more is
// asked.
func (d *dialogue) read() (string, error) {
	answer, err := d.answers.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the answer: %w", err)
	}
	if err != nil && strings.TrimSpace(answer) == "" {
		fmt.Fprintln(d.out)
		d.quit = true
	}
	return strings.TrimSpace(answer), nil
}

// edit asks for a wording for the place of an issue, and shows what becomes of it.
func (d *dialogue) edit(doc *document.Document, issue check.Issue) (*check.Suggestion, error) {
	fmt.Fprintf(d.out, "Instead of %s (nothing: leave it): ", strconv.Quote(document.OneLine(doc.Slice(issue.Span))))
	new, err := d.read()
	if err != nil || new == "" {
		return nil, err
	}
	found := d.glossary.Find(doc, termbase.Usage{})
	defer found.Release()
	own := wording.Put(doc, found.Text, issue.Span, new)
	if err := doc.Changeable(own.Edits); err != nil {
		fmt.Fprintf(d.out, "Left as it is: %s.\n", err)
		return nil, nil
	}
	issue.Suggestions = []check.Suggestion{own}
	return &own, d.show("diff", doc, issue)
}

// answersHelp says what each answer does.
const answersHelp = `  yes   take the first suggestion, or a number that one
  no    leave it as it is
  edit  type a wording of your own for what is marked
  all   take the first one here and wherever the same comes again
  skip  leave it here and wherever the same comes again
  quit  keep what was accepted till now, and leave the rest
  ?     this list
`

// keys are the answers that an issue takes.
func keys(issue check.Issue) string {
	number := ""
	if n := len(issue.Suggestions); n > 1 {
		number = fmt.Sprintf("1-%d, ", n)
	}
	return "[y]es, [n]o, " + number + "[e]dit, [a]ll or [s]kip all of this kind, [q]uit, [?]"
}

// show prints one issue as a report would.
func (d *dialogue) show(name string, doc *document.Document, issue check.Issue) error {
	writer, err := report.Lookup(name)
	if err != nil {
		return err
	}
	one := &review.Result{Source: d.glossary.Source, Files: []review.File{{Document: doc, Issues: []check.Issue{issue}}}}
	look := lookOf(d.out)
	look.Bare = true
	return writer.Write(d.out, one, look)
}
