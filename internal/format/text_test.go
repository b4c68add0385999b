package format

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestText(t *testing.T) {
	wide := strings.Repeat("long words ", 13) + "end."
	long := strings.Repeat("long words ", 20) + "end"
	runSegments(t, textSegments, []segmentsCase{
		{"nothing", " \n\t\n", nil},
		{"a wrapped term is one segment", "Then the General\nSecretary spoke of it.\n", []string{"P: Then the General/Secretary spoke of it."}},
		{"blank lines part", "First one.\n\n \t\nSecond one.", []string{"P: First one.", "P: Second one."}},
		{"title and label", "A New Port Opens\n\nIt opened.\n\nKey figures\n", []string{"H: A New Port Opens", "P: It opened.", "C: Key figures"}},
		{"seven words are no label", "Go.\n\none two three four five six seven", []string{"P: Go.", "P: one two three four five six seven"}},
		{
			"a sentence that ends a full line goes on",
			"The harbor was widened in spring of that year.\nShips came back soon after, and the old quays\nwere busy again until the winter arrived.",
			[]string{"P: The harbor was widened in spring of that year./Ships came back soon after, and the old quays/were busy again until the winter arrived."},
		},
		{
			"a sentence that ends a short line doesn't",
			"The harbor was widened in spring of that year\nby the town.\nShips came back soon after, and the old quays\nwere busy.",
			[]string{"P: The harbor was widened in spring of that year/by the town.", "P: Ships came back soon after, and the old quays/were busy."},
		},
		{
			"closing marks after the stop",
			"He said “no.”\n(She said “yes.”)\nThe others in the room said nothing at all.",
			[]string{"P: He said “no.”", "P: (She said “yes.”)", "P: The others in the room said nothing at all."},
		},
		{
			"an indented line is a new paragraph",
			"  The harbor was widened in spring of that year.\n  Ships came back soon after, and the old quays\nwere busy again until the winter had arrived.\n  Then it froze over.",
			[]string{
				"P: The harbor was widened in spring of that year.",
				"P: Ships came back soon after, and the old quays/were busy again until the winter had arrived.",
				"P: Then it froze over.",
			},
		},
		{"a paragraph a line", "Title of it\n" + long + "\n" + long + ".", []string{"H: Title of it", "P: " + long, "P: " + long + "."}},
		{"lines too wide to be wrapped", wide + "\n" + wide, []string{"P: " + wide, "P: " + wide}},
		{"too long for a title", strings.Repeat("word ", 26), []string{"P: " + strings.TrimSpace(strings.Repeat("word ", 26))}},
		{"list items", "Its aims\n- more trade\n- fewer queues at the old gate\n2. calm", []string{"H: Its aims", "C: - more trade", "P: - fewer queues at the old gate", "C: 2. calm"}},
		{"Chinese lines", "第一段到此为止。\n第二段要长得多，一直写到这里才算结束。\n第三段。", []string{"P: 第一段到此为止。", "P: 第二段要长得多，一直写到这里才算结束。", "P: 第三段。"}},
		{"byte order mark and CRLF", bom + "One\r\ntwo.\r\n\r\nThree.\r\n", []string{"P: One/two.", "P: Three."}},
		{"lone CR ends a line", "One\rtwo.\r\rThree.", []string{"P: One/two.", "P: Three."}},
		{"other white space", "\u3000\u3000One two\u00a0\n\fthree.", []string{"P: One two/three."}},
	})
}

func FuzzText(f *testing.F) {
	f.Add("A title\n\nThe State\r\nCouncil met.\n- item\n")
	f.Add("\ufeff\u3000一。\n二\r三")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			keepsOrder(t, text, textSegments(text))
		}
	})
}
