package format

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rectify/internal/document"
)

// markdownParser reads CommonMark with the tables, struck-out text and task
// lists of GitHub. It keeps no state between documents.
var markdownParser = newMarkdownParser()

func newMarkdownParser() parser.Parser {
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(crowdedMarks{}, 0))),
	)
	return md.Parser()
}

// mostMarks is how many marks of emphasis are read in one block. To find what goes
// with what takes time that grows with the square of their number, and no one writes
// so many in a paragraph: what is behind them is text.
const mostMarks = 1000

// crowdedMarks makes text of the marks of emphasis that are too many in a block, and
// leaves the others to their own parsers.
type crowdedMarks struct{}

// marksRead is where the marks of the block at work are counted.
var marksRead = parser.NewContextKey()

// Trigger are the marks of emphasis.
func (crowdedMarks) Trigger() []byte { return []byte("*_~") }

// Parse counts a mark; the node is nil where it is to be read as usual.
func (crowdedMarks) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	n, _ := pc.Get(marksRead).(int)
	pc.Set(marksRead, n+1)
	if n < mostMarks {
		return nil
	}
	_, at := block.PeekLine()
	block.Advance(1)
	return ast.NewTextSegment(at.WithStop(at.Start + 1))
}

// CloseBlock begins the count anew.
func (crowdedMarks) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) { pc.Set(marksRead, 0) }

// markdownSegments makes a segment of every paragraph, heading, list item and
// table cell. Code, HTML, addresses and front matter are left out.
func markdownSegments(source string) []document.Segment {
	start := frontMatter(source)
	body := []byte(source[start:])
	root := markdownParser.Parse(text.NewReader(body))
	var segments []document.Segment
	// The walk never fails: its function returns no error.
	_ = ast.Walk(root, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || node.Type() == ast.TypeDocument {
			return ast.WalkContinue, nil
		}
		if child := node.FirstChild(); child == nil || child.Type() != ast.TypeInline {
			return ast.WalkContinue, nil
		}
		inline := inlineReader{body: body}
		inline.read(node)
		for i := range inline.runs {
			inline.runs[i].Start += start
			inline.runs[i].End += start
		}
		runs := document.TrimRuns(source, split(source, inline.runs))
		if len(runs) > 0 {
			segments = append(segments, document.Segment{Kind: blockKind(node, source, runs), Runs: runs})
		}
		return ast.WalkSkipChildren, nil
	})
	// The parser puts a table before a heading whose last lines it was.
	slices.SortFunc(segments, func(a, b document.Segment) int { return a.Span().Start - b.Span().Start })
	return segments
}

// blockKind is the kind of the segment that a block of Markdown makes.
func blockKind(node ast.Node, source string, runs []document.Run) document.Kind {
	switch node.Kind() {
	case ast.KindHeading:
		return document.Heading
	case extast.KindTableCell:
		return document.Cell
	}
	return proseKind(source, runs)
}

// inlineReader collects the reviewable text of one block, with offsets into
// the body.
type inlineReader struct {
	body []byte
	runs []document.Run
	// pending is what stands between the last run and the next one.
	pending document.Join
}

func (r *inlineReader) read(node ast.Node) {
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		switch child := child.(type) {
		case *ast.Text:
			r.add(child.Segment.Start, child.Segment.Stop)
			if child.SoftLineBreak() || child.HardLineBreak() {
				r.gap(document.Spaced)
			}
		case *ast.Emphasis, *ast.Link:
			r.read(child)
		case *ast.Image: // its text is read by itself
			r.gap(document.Broken)
			r.read(child)
			r.gap(document.Broken)
		case *ast.RawHTML:
			r.gap(tagJoin(string(child.Segments.Value(r.body))))
		case *extast.TaskCheckBox:
		default: // code, an address, struck-out text
			r.gap(document.Broken)
		}
	}
}

// add takes a stretch of text; one that goes on where the last ended joins it.
func (r *inlineReader) add(start, end int) {
	if n := len(r.runs); n > 0 && r.pending == document.Glued && r.runs[n-1].End == start {
		r.runs[n-1].End = end
		return
	}
	r.runs = append(r.runs, document.Run{Span: document.Span{Start: start, End: end}, Before: r.pending})
	r.pending = document.Glued
}

// gap widens what stands before the next run.
func (r *inlineReader) gap(join document.Join) { r.pending = max(r.pending, join) }

var tagName = regexp.MustCompile(`^</?([A-Za-z][A-Za-z0-9-]*)`)

// tagJoin is what an HTML tag or comment puts between two runs.
func tagJoin(tag string) document.Join {
	if strings.HasPrefix(tag, "<!--") {
		return document.Glued
	}
	if name := tagName.FindStringSubmatch(tag); name != nil {
		if join, ok := inlineElements[strings.ToLower(name[1])]; ok {
			return join
		}
	}
	return document.Broken
}
