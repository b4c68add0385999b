package format

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"rectify/internal/document"
)

// commented reads as read does, and finds the comments of the file that speak to
// rectify. comments gives all comments of its text; few files have one that
// matters, and only those are searched.
func commented(comments func(text string) []document.Comment, read reader) reader {
	return func(path string, data []byte, o Options) (*File, error) {
		file, err := read(path, data, o)
		if err != nil {
			return file, err
		}
		d, text := file.Document, file.Document.Text
		if d.Origin != nil {
			text = d.Origin.Parts[0].Text
		}
		if !strings.Contains(text, document.Directive) {
			return file, nil
		}
		place := func(c *document.Comment) { c.About = about(d, c.Span) }
		if d.Origin != nil {
			place = placeExtracted(d)
		}
		for _, c := range comments(text) {
			if strings.HasPrefix(c.Text, document.Directive) {
				place(&c)
				d.Comments = append(d.Comments, c)
			}
		}
		// The parser of Markdown may put what comes first behind a table.
		slices.SortStableFunc(d.Comments, func(a, b document.Comment) int { return a.Start - b.Start })
		return file, nil
	}
}

// placeExtracted finds the place of a comment of the file in the text that was
// extracted from it: before the text that follows it in the file. It is about the
// segment of that text, and about all segments of the same unit.
func placeExtracted(d *document.Document) func(*document.Comment) {
	pieces := d.Origin.Pieces()
	slices.SortStableFunc(pieces, func(a, b document.Piece) int { return a.At.Start - b.At.Start })
	return func(c *document.Comment) {
		at := len(d.Text)
		if i := sort.Search(len(pieces), func(i int) bool { return pieces[i].At.Start >= c.End }); i < len(pieces) {
			at = pieces[i].Start
		}
		c.Span = document.Span{Start: at, End: at}
		c.About = c.Span
		n := sort.Search(len(d.Segments), func(i int) bool { return d.Segments[i].Span().End > at })
		if n < len(d.Segments) {
			c.About = d.Segments[n].Span()
			for _, more := range d.Segments[n+1:] {
				if more.Name == "" || more.Name != d.Segments[n].Name {
					break
				}
				c.About.End = more.Span().End
			}
		}
	}
}

// widestGap is how many bytes may stand between a segment and a comment behind it:
// a line of nothing but comments is not searched for each of them.
const widestGap = 1 << 10

// about is the segment that a comment stands in, behind on its line, or before.
func about(d *document.Document, comment document.Span) document.Span {
	next := sort.Search(len(d.Segments), func(i int) bool { return d.Segments[i].Span().End > comment.Start })
	if next > 0 && (next == len(d.Segments) || d.Segments[next].Span().Start > comment.Start) {
		// A bar parts the cells of a table.
		last := d.Segments[next-1].Span()
		if comment.Start-last.End <= widestGap && !strings.ContainsAny(d.Text[last.End:comment.Start], "\r\n|") {
			return last
		}
	}
	if next == len(d.Segments) {
		return document.Span{Start: len(d.Text), End: len(d.Text)}
	}
	return d.Segments[next].Span()
}

// htmlComment is a comment of HTML or XML, and what looks like one but is text.
var htmlComment = regexp.MustCompile(`(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>`)

// htmlComments are the comments of HTML in a stretch of a text.
func htmlComments(source string, in document.Span) []document.Comment {
	var comments []document.Comment
	for _, m := range htmlComment.FindAllStringIndex(source[in.Start:in.End], -1) {
		if text := source[in.Start+m[0] : in.Start+m[1]]; strings.HasPrefix(text, "<!--") {
			at := document.Span{Start: in.Start + m[0], End: in.Start + m[1]}
			comments = append(comments, document.Comment{Span: at, Text: uncommented(text)})
		}
	}
	return comments
}

// xmlComments are the comments of an XML file.
func xmlComments(source string) []document.Comment {
	return htmlComments(source, document.Span{End: len(source)})
}

// lineComments are the lines that begin with the mark of a comment.
func lineComments(mark string) func(source string) []document.Comment {
	return func(source string) []document.Comment {
		var comments []document.Comment
		at := 0
		for line := range strings.Lines(source) {
			if text, ok := strings.CutPrefix(line, mark); ok {
				comments = append(comments, document.Comment{Span: document.Span{Start: at, End: at + len(line)}, Text: strings.TrimSpace(text)})
			}
			at += len(line)
		}
		return comments
	}
}

// uncommented is what a comment of HTML says.
func uncommented(comment string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(comment, "<!--"), "-->"))
}

// textComments are the lines of a plain text that are a directive, which has no
// comments of its own.
func textComments(source string) []document.Comment {
	var comments []document.Comment
	at := 0
	for line := range strings.Lines(source) {
		if isDirective(strings.TrimFunc(line, document.Blank)) {
			comments = append(comments, htmlComments(source, document.Span{Start: at, End: at + len(line)})...)
		}
		at += len(line)
	}
	return comments
}

// isDirective reports whether a line of a plain text is a directive, and no text
// to review.
func isDirective(line string) bool {
	inner, opened := strings.CutPrefix(line, "<!--")
	inner, closed := strings.CutSuffix(inner, "-->")
	return opened && closed && !strings.Contains(inner, "-->") && strings.HasPrefix(strings.TrimSpace(inner), document.Directive)
}

// markdownComments are the comments among the HTML of Markdown: what a code block
// shows is none.
func markdownComments(source string) []document.Comment {
	start := frontMatter(source)
	body := []byte(source[start:])
	var comments []document.Comment
	find := func(lines *text.Segments) {
		if lines.Len() == 0 {
			return
		}
		in := document.Span{Start: start + lines.At(0).Start, End: start + lines.At(lines.Len()-1).Stop}
		comments = append(comments, htmlComments(source, in)...)
	}
	// The walk never fails: its function returns no error.
	_ = ast.Walk(markdownParser.Parse(text.NewReader(body)), func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch node := node.(type) {
		case *ast.HTMLBlock:
			lines := node.Lines()
			if node.HasClosure() {
				lines.Append(node.ClosureLine)
			}
			find(lines)
		case *ast.RawHTML:
			find(node.Segments)
		}
		return ast.WalkContinue, nil
	})
	return comments
}
