package format

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMarkdown(t *testing.T) {
	runSegments(t, markdownSegments, []segmentsCase{
		{"nothing", "", nil},
		{"headings", "# The first *one*\n\nSecond\none\n===\n", []string{"H: The first ·one", "H: Second/one"}},
		{"emphasis is glued", "The **State** Council's _new_ plan is out.", []string{"P: The ·State· Council's ·new· plan is out."}},
		{"two words in emphasis", "**a** *b*.", []string{"P: a· ·b·."}},
		{"soft and hard breaks", "The State\nCouncil  \nmet\\\nhere.", []string{"P: The State/Council/met/here."}},
		{"quotation", "> The State\n> Council met.\n>\n> > Deep\ninside it.\n", []string{"P: The State/Council met.", "P: Deep/inside it."}},
		{"list", "- one thing\n  goes on here.\n- [x] two\n\n1. three.\n\n   four.\n", []string{"P: one thing/goes on here.", "C: two", "P: three.", "P: four."}},
		{"table", "| Name | Post *x* |\n|---|:-:|\n| A \\| B | minister. |\n| `c` | |\n", []string{"C: Name", "C: Post ·x", "C: A ·| B", "C: minister."}},
		{"link", "See [the **State** Council](http://a.cn/State \"Title\") and [it][r] or [r].\n\n[r]: http://b.cn 'Other title'\n", []string{"P: See ·the ·State· Council· and ·it· or ·r·."}},
		{"autolink", "See <http://a.cn/x> for more. Go to http://b.cn/y now.", []string{"P: See|for more. Go to http://b.cn/y now."}},
		{"image", "Before ![the *alt* text](a.png \"t\") after it.", []string{"P: Before|the ·alt· text|after it."}},
		{"image alone", "![Ships in the port](a.png)", []string{"C: Ships in the port"}},
		{"code", "Run `State Council` now.\n\n    indented code\n\n```go\nfenced\n```\n\n~~~\nopen\n", []string{"P: Run|now."}},
		{"struck out", "The ~~old~~ new plan.", []string{"P: The|new plan."}},
		{"inline HTML", "A<br>b <b>c</b>d <sup>1</sup> <!-- x -->e <img src=\"f\">g.", []string{"P: A/b ·c·d|1|e|g."}},
		{"HTML block", "<div title=\"x\">\nnot read\n</div>\n\nRead it.\n", []string{"P: Read it."}},
		{"character references", "R&amp;D in the&nbsp;State Coun&shy;cil &made; here.", []string{"P: R|D in the/State Coun·cil &made; here."}},
		{"escapes", "1\\. U\\.S\\. \\a \\\\ [^x] \\[y].", []string{"P: 1·. U·.S·. \\a ·\\ · ·[y]."}},
		{"footnotes", "It rose.[^1] More.\n\n[^1]: As told by them.\n", []string{"P: It rose.· More.", "P: As told by them."}},
		{"front matter", "---\ntitle: State\n---\nRead it.\n", []string{"P: Read it."}},
		{"front matter with a comment, ended by stops", "---\n# note\n\n\"a b\": x\n...\nRead it.\n", []string{"P: Read it."}},
		{"front matter of TOML", "+++\ntitle = 'x'\n+++\n\nRead it.\n", []string{"P: Read it."}},
		{"byte order mark, CRLF", bom + "---\r\ntitle: x\r\n---\r\n# A *b*\r\n\r\nThe State\r\nCouncil `x`\r\nmet.\r\n", []string{"H: A ·b", "P: The State/Council|met."}},
		{"byte order mark alone", bom + "# A\n", []string{"H: A"}},
		{"a rule is no front matter", "---\nRead this too.\n\n---\n\nAnd this.\n", []string{"P: Read this too.", "P: And this."}},
		{"front matter never closed", "---\ntitle: x\n\nRead it.\n", []string{"C: title: x", "P: Read it."}},
		{"a table that ends a heading", "One\ntwo\n|-\n---", []string{"H: One", "C: two"}},
		{"tab and list", "-\tone two\n\tthree.\n", []string{"P: one two/three."}},
		{"lone CR", "a\rb **c** d.", []string{"P: a/b ·c· d."}},
		{"touching text is one run", "a * b [c] ! d_e_f & g < h.", []string{"P: a * b [c] ! d_e_f & g < h."}},
	})
}

// Marks that nest, or never close, neither panic nor lose the order.
func TestMarkdownNesting(t *testing.T) {
	for _, unit := range []string{">", "[", "![", "*a ", "**a_", "- ", "`a", "<a ", "[a](", "&#1;", "\\[", "|a"} {
		text := strings.Repeat(unit, 20000/len(unit))
		keepsOrder(t, text, markdownSegments(text))
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("---\na: b\n---\n# H *e*\n\n> a\n> `b` [c](d) ![e](f)<br>&amp;\\*\n\n| a | b |\n|--|--|\n| c \\| | d |\n")
	f.Add("\ufeff- [ ] x\r\n\ty  \r\n[^1] ~~z~~\r\n\r\n[^1]: n\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			keepsOrder(t, text, markdownSegments(text))
		}
	})
}
