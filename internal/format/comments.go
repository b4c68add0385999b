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

// commented reads as read does files whose text is reviewed as it is, and finds
// the comments that speak to rectify. comments gives all comments of a text; few
// texts have one that matters, and only those are searched.
func commented(comments func(text string) []document.Comment, read reader) reader {
	return func(path string, data []byte, o Options) (*File, error) {
		file, err := read(path, data, o)
		if err != nil || !strings.Contains(file.Document.Text, document.Directive) {
			return file, err
		}
		d := file.Document
		for _, c := range comments(d.Text) {
			if strings.HasPrefix(c.Text, document.Directive) {
				c.About = about(d, c.Span)
				d.Comments = append(d.Comments, c)
			}
		}
		// The parser of Markdown may put what comes first behind a table.
		slices.SortFunc(d.Comments, func(a, b document.Comment) int { return a.Start - b.Start })
		return file, nil
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

// htmlComment is a comment of HTML, and of whatever takes HTML in.
var htmlComment = regexp.MustCompile(`(?s)<!--.*?-->`)

// htmlComments are the comments of HTML in a stretch of a text.
func htmlComments(source string, in document.Span) []document.Comment {
	var comments []document.Comment
	for _, m := range htmlComment.FindAllStringIndex(source[in.Start:in.End], -1) {
		comments = append(comments, document.Comment{
			Span: document.Span{Start: in.Start + m[0], End: in.Start + m[1]},
			Text: uncommented(source[in.Start+m[0] : in.Start+m[1]]),
		})
	}
	return comments
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
