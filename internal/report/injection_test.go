package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	unsafe "github.com/yuin/goldmark/renderer/html"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/mqm"
	"rectify/internal/review"
	"rectify/internal/spreadsheet"
	"rectify/internal/termbase"
)

// payloads are what a stranger may write to make a reader of a report, or a
// program that takes it, do something.
var payloads = []string{
	"::error file=a,line=1::owned", "::stop-commands::owned", "##[add-mask]owned", "##vso[task.setvariable variable=a]owned", "###[group]owned",
	"\x1b[2Jowned\x07", "\u202edenwo", "\r\n::warning::owned", "\u2028::debug::owned",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", `"><a href="javascript:alert(1)">owned</a>`, "</td></table><form>", "&lt;b&gt;&#64;owned",
	"]]></failure><x y='", "--><b>owned</b>", "<!-- rectify -->", "</details><h1>owned</h1>", "<?xml version='1.0'?><!DOCTYPE a>",
	"[owned](http://evil.example/)", "![owned](http://evil.example/a.png)", "[owned]: http://evil.example", "[^1] [x] [0](1)", "<http://evil.example/>",
	"http://evil.example/", "HTTPS://evil.example/", "www.evil.example", "owned@evil.example", "mailto:owned@evil.example",
	"@owned", "(@owned/team)", "#1", "owned/owned#1", "!1", "GH-1", "# owned", "- owned", "1. owned", "> owned", "    owned", "---", "===", "~~owned~~ **owned** __owned__ $owned$",
	"| owned |\n|---|\n| owned |", "`owned`", "```suggestion\nowned\n```", `\`, "owned\\", "{0} {{owned}} %0A::error::owned %25",
	`=HYPERLINK("http://evil.example")`, "+1", "-1", "@SUM(1)", "\t=1", "＝1", "'=1", "=cmd|' /C calc'!A0",
	"\ufffe\uffff\x00\xff",
}

// injected is a file in which a payload stands everywhere: as its path, its
// text, what is found, what is suggested, and in the glossary.
func injected(payload string) review.File {
	f := newFile(payload, payload+"\n\nOne "+payload+" two.\n\n"+payload,
		fault{deprecated, payload, entry(payload, payload, payload, payload), payload, []string{payload, payload + "x"}, true})
	plain := newFile("", payload, fault{variant, payload, nil, payload, nil, false}).Issues
	f.Issues = append(plain, f.Issues[1:]...)
	f.Issues[1].Related = []check.Related{{Span: document.Span{Start: 0, End: len(payload)}, Message: payload}}
	return f
}

// each renders every payload in a format.
func each(t *testing.T, format string, o Options, try func(t *testing.T, f review.File, out string)) {
	t.Helper()
	for _, payload := range payloads {
		f := injected(payload)
		r := newResult(f, f)
		r.Source = func(key string) termbase.Source {
			return termbase.Source{Title: key, Publisher: key, Date: key, Address: key}
		}
		t.Run(payload, func(t *testing.T) { try(t, f, render(t, format, r, o)) })
	}
}

var (
	githubCommand = regexp.MustCompile(`^\s*::\pL`)
	azureCommand  = regexp.MustCompile(`##[[:alpha:]]*\[`)
)

// Nothing is printed that a terminal or the log of a CI system obeys, but by the
// format that is made of such commands.
func TestNoCommands(t *testing.T) {
	for _, format := range Formats {
		if format.Name == "patch" || format.Binary {
			continue // the bytes of the text; the bytes of an archive
		}
		for _, cells := range []int{0, 40} {
			t.Run(format.Name, func(t *testing.T) {
				each(t, format.Name, Options{Width: cells, Paths: []string{"::error::owned"}}, func(t *testing.T, f review.File, out string) {
					out = strings.ReplaceAll(strings.TrimPrefix(out, byteOrderMark), "\r\n", "\n")
					commands := 0
					for line := range strings.Lines(out) {
						if githubCommand.MatchString(line) {
							commands++
						}
						if azureCommand.MatchString(line) || strings.ContainsFunc(strings.TrimSuffix(line, "\n"), isHidden) {
							t.Errorf("printed: %q", line)
						}
					}
					if want := len(f.Issues) * 2; format.Name == "github" && commands != want || format.Name != "github" && commands > 0 {
						t.Errorf("%d commands:\n%s", commands, out)
					}
				})
			})
		}
	}
}

// elements are the names and attributes of all elements of a text, read as
// strictly as asked.
func elements(t *testing.T, text string, strict bool) []string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	if d.Strict = strict; !strict {
		d.AutoClose, d.Entity = xml.HTMLAutoClose, xml.HTMLEntity
	}
	var all []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v in:\n%s", err, text)
		}
		var name string
		switch token := token.(type) {
		case xml.StartElement:
			name = token.Name.Local
			for _, a := range token.Attr {
				name += " " + a.Name.Local
			}
		case xml.Comment:
			name = "<!--"
		}
		if name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
}

func checkElements(t *testing.T, text string, strict bool, known ...string) {
	t.Helper()
	for _, e := range elements(t, text, strict) {
		if !slices.Contains(known, e) {
			t.Errorf("<%s> in:\n%s", e, text)
		}
	}
}

func TestNoMarkup(t *testing.T) {
	t.Run("junit", func(t *testing.T) {
		each(t, "junit", Options{}, func(t *testing.T, f review.File, out string) {
			checkElements(t, out, true, "testsuites name", "testsuite name tests failures errors", "testcase name classname file", "failure message type")
			if strings.Count(out, "<failure") != 2*len(f.Issues) {
				t.Error(out)
			}
		})
		each(t, "junit", Options{FailOn: mqm.Critical + 1}, func(t *testing.T, f review.File, out string) {
			checkElements(t, out, true, "testsuites name", "testsuite name tests failures errors", "testcase name classname file", "system-out")
		})
	})
	t.Run("checkstyle", func(t *testing.T) {
		each(t, "checkstyle", Options{}, func(t *testing.T, f review.File, out string) {
			checkElements(t, out, true, "checkstyle version", "file name", "error line column severity message source")
			if strings.Count(out, "<error") != 2*len(f.Issues) {
				t.Error(out)
			}
		})
	})
	t.Run("html", func(t *testing.T) {
		each(t, "html", Options{}, func(t *testing.T, f review.File, out string) {
			checkElements(t, out, false, "html lang", "head", "meta charset", "meta http-equiv content", "meta name content", "title", "style", "body",
				"section id", "h1", "h2", "small", "small lang", "table", "table class", "tbody", "tr", "tr id", "tr class", "th colspan scope", "th scope", "td", "td class", "a href",
				"p", "ul", "li", "br", "del", "ins", "mark")
			for _, target := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(out, -1) {
				if !strings.Contains(out, ` id="`+strings.TrimPrefix(target[1], "#")+`"`) {
					t.Errorf("a link to %s", target[1])
				}
			}
		})
	})
}

// mention is what GitHub and GitLab would make a mention or a link of.
var mention = regexp.MustCompile(`(?i)(^|\W)[@#!]\w|://|www\.|GH-\d`)

// onGitHub renders Markdown as GitHub does before it takes elements away.
var onGitHub = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(unsafe.WithUnsafe()))

func checkMarkdown(t *testing.T, text string, known ...string) {
	t.Helper()
	var out bytes.Buffer
	if err := onGitHub.Convert([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	checkElements(t, out.String(), false, known...)
	read := html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(out.String(), " "))
	if m := mention.FindString(read); m != "" {
		t.Errorf("%q is live in:\n%s", m, text)
	}
}

func TestNoMarkdown(t *testing.T) {
	t.Run("markdown", func(t *testing.T) {
		each(t, "markdown", Options{}, func(t *testing.T, _ review.File, out string) {
			checkMarkdown(t, out, "<!--", "p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "th style", "td style", "br", "details", "summary", "ul", "li", "del", "ins", "b")
			if strings.Count(out, "<!--") != 1 || strings.Count(out, "<summary>") != 1 {
				t.Error(out)
			}
		})
	})
	t.Run("rdjson", func(t *testing.T) {
		each(t, "rdjson", Options{}, func(t *testing.T, f review.File, out string) {
			var result struct {
				Diagnostics []struct {
					Message string
					Related []struct{ Message string } `json:"relatedLocations"`
				}
			}
			if err := json.Unmarshal([]byte(out), &result); err != nil || len(result.Diagnostics) != 2*len(f.Issues) {
				t.Fatal(err, out)
			}
			for _, d := range result.Diagnostics {
				checkMarkdown(t, d.Message, "p")
				for _, r := range d.Related {
					checkMarkdown(t, r.Message, "p")
				}
			}
		})
	})
}

// A message of SARIF is no link, and holds no place for an argument.
func TestSARIFMessages(t *testing.T) {
	link, place := regexp.MustCompile(`(^|[^\\])\]\(`), regexp.MustCompile(`(^|[^{])\{(\{\{)*[^{]`)
	each(t, "sarif", Options{}, func(t *testing.T, _ review.File, out string) {
		for _, m := range regexp.MustCompile(`"(?:message|description)":\{"text":("(?:[^"\\]|\\.)*")`).FindAllStringSubmatch(out, -1) {
			var text string
			if err := json.Unmarshal([]byte(m[1]), &text); err != nil {
				t.Fatal(err)
			}
			if link.MatchString(text) || place.MatchString(text) {
				t.Errorf("live: %s", text)
			}
		}
	})
}

func TestNoFormulas(t *testing.T) {
	t.Run("csv", func(t *testing.T) {
		each(t, "csv", Options{}, func(t *testing.T, f review.File, out string) {
			rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, byteOrderMark))).ReadAll()
			if err != nil || len(rows) != 1+2*len(f.Issues) {
				t.Fatal(err, out)
			}
			for _, cell := range slices.Concat(rows...) {
				if spreadsheet.IsFormula(cell) {
					t.Errorf("a spreadsheet runs %q", cell)
				}
			}
		})
	})
	t.Run("xlsx", func(t *testing.T) {
		each(t, "xlsx", Options{}, func(t *testing.T, f review.File, out string) {
			book, err := excelize.OpenReader(strings.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			defer book.Close()
			rows, err := book.GetRows(issueSheet)
			if err != nil || len(rows) != 1+2*len(f.Issues) {
				t.Fatal(err, rows)
			}
			for y, row := range rows {
				for x := range row {
					at, _ := excelize.CoordinatesToCellName(x+1, y+1)
					if formula, _ := book.GetCellFormula(issueSheet, at); formula != "" {
						t.Errorf("%s runs %q", at, formula)
					}
				}
			}
		})
	})
}
