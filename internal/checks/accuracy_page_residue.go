package checks

import (
	"regexp"
	"slices"
	"strings"

	"rectify/internal/check"
	"rectify/internal/document"
	"rectify/internal/edit"
	"rectify/internal/mqm"
)

// PageResidue reports what the web page left in the text.
var PageResidue = &check.Check{
	ID: "accuracy/page-residue",
	Doc: check.Doc{
		Title: "a leftover of the web page",
		Text: `The text came off a web page, and pieces of the page came with it: share buttons,
rankings, "Scan code to follow", font switches, the site's name at the end of a
headline, the editor's line. They are no part of the article: delete them.

A Chinese news agency's dateline and photo credit have an English form of their
own; that form is suggested.`,
		Before: "The meeting closed on Friday.\n\nScan code to follow\n",
		After:  "The meeting closed on Friday.\n",
	},
	Category:  mqm.Addition,
	Severity:  mqm.Minor,
	Certainty: check.Likely,
	Run: func(p *check.Pass) {
		for n := 1; n <= p.Document.Lines(); n++ {
			line := p.Document.Line(n)
			text := p.Document.Slice(line)
			if len(text) <= longestWidget && widgets[widgetKey(text)] && reviewed(p.Document, line) {
				p.Report(leftover(line, ""))
				continue
			}
			inLine(p, line, text)
		}
	},
}

// widgets are the labels that stand alone on a line of a page, in the words
// of a machine, lower case and without marks.
var widgets = lines(`
	share
	share to
	share this article
	share with friends
	scan code to follow
	scan code to follow mobile browsing
	scan the code to follow
	scan the code to share
	scan the qr code to follow
	scan the qr code to share
	scan qr code
	scan it
	scan and share
	scan and read on mobile phone
	mobile browsing
	mobile version
	mobile client
	client download
	download the app
	open in app
	public account
	official account
	wechat public account
	wechat official account
	follow us
	follow the public account
	hot spot ranking list
	hot spot ranking
	hot ranking
	hot list
	hot news
	hot topics
	hot articles
	hot reading
	hot recommendation
	ranking list
	click ranking
	reading ranking
	24 hour hot list
	related news
	related reading
	related articles
	related links
	related recommendations
	related reports
	extended reading
	further reading
	recommended reading
	recommended for you
	guess you like
	you may like
	more news
	more wonderful
	latest news
	news atlas
	news map
	news picture
	picture news
	photo gallery
	special topic
	rolling news
	scrolling news
	return to home page
	back to home page
	back to homepage
	back to top
	back to the top
	return to top
	previous article
	next article
	previous
	next
	print
	print this page
	close the window
	close window
	font size
	large medium small
	font large medium small
	comments
	comment area
	post a comment
	netizen comments
	i want to comment
	i want to correct errors
	error correction
	report errors
	collection
	add to favorites
	favorites
	like
	likes
	copyright statement
	disclaimer
	all rights reserved
	contact us
	about us
	site map
	click to enter the special topic
	click to view the original text
	original link
	read the original text
	expand the full text
	expand full text
	view full text
	read full text
	full text
`)

// longestWidget bounds the lines that are looked up.
const longestWidget = 64

func lines(text string) map[string]bool {
	m := map[string]bool{}
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			m[l] = true
		}
	}
	return m
}

// widgetKey is a line as the widgets list has it: lower-case words.
func widgetKey(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	}), " ")
}

// residue is a pattern inside a line. The part named by the group "it", or
// all of it, is replaced by the new text, in which $1 are the groups.
type residue struct {
	triggers []string // lower case; a line without one of them isn't searched
	pattern  *regexp.Regexp
	new      string
	message  string
}

var residues = []residue{
	{[]string{"[source"}, regexp.MustCompile(`(?i)\[\s*source\s*[:：][^\[\]]{1,80}\]`), "", "the page's source line"},
	{[]string{"source"}, regexp.MustCompile(`(?i)\bsource\s*[:：]\s*[\pL .,'’]{2,60}?\s+(?:share(?: to)?|print|comment|font size)\b[\pL :：]*$`), "", "the page's source line with its buttons"},
	{[]string{"editor"}, regexp.MustCompile(`(?i)[\[(（【]?\s*\b(?:responsible editor|editor[- ]in[- ]charge|editor responsible|duty editor|editing)\s*[:：]\s*[\pL .'’·]{2,40}[\])）】]?`), "", "the page's editor line"},
	{[]string{"editor"}, regexp.MustCompile(`^\s*[\[(（【]\s*(?i:editor)\s*[:：][^\[\]()]{1,60}[\])）】]\s*$`), "", "the page's editor line"},
	{[]string{"font"}, regexp.MustCompile(`(?i)\bfont(?: size)?\s*[:：]\s*\[?\s*(?:large|big|small|medium|middle|\+|-)[\w ,]*\]?`), "", "the page's font switch"},
	{[]string{" news"}, regexp.MustCompile(`\s*[-_|–—]+\s*(?:Rolling|Scrolling|Scroll|Roll) News\b.*$`), "", "the section and site at the end of the page's title"},
	{[]string{"net", "news", "online"}, regexp.MustCompile(`\s*[-_|–—]+\s*(?:Xinhua ?[Nn]et(?:work)?|China News Net(?:work)?|China New Network|China Youth Net(?:work)?|Guangming Net|People's Network|Sina News|Tencent News|Netease|CCTV Net(?:work)?|[A-Z]\w+ (?:Net|Network|Online))\s*$`), "", "the site's name at the end of the page's title"},
	{[]string{"scan"}, regexp.MustCompile(`(?i)\bscan (?:the )?(?:qr )?code to (?:follow|share|download|read|watch)\b[\w ]{0,40}`), "", "a label of the page"},
	{[]string{"views"}, regexp.MustCompile(`(?i)\b(?:page views|number of views|clicks|number of clicks|reading volume)\s*[:：]\s*\d+`), "", "the page's counter"},
	{[]string{"photographed by"}, regexp.MustCompile(`\bPhotographed by ([A-Z][\pL'’ -]{1,30}?), (?:a )?(?:reporter|journalist|photographer) (?:of|from) (?:the )?Xinhua(?: News Agency)?`), "Photo: Xinhua/$1", "a photo credit in Chinese order"},
	{[]string{"xinhua news agency reporter"}, regexp.MustCompile(`\b(?:Photographed|Photo|Photos|Picture) by Xinhua News Agency (?:reporter|journalist|photographer) ([A-Z][\pL'’-]+(?: [A-Z][\pL'’-]+){0,2})`), "Photo: Xinhua/$1", "a photo credit in Chinese order"},
	{[]string{"xinhua"}, regexp.MustCompile(`^\s*(?:Xinhua News Agency|Xinhua),? ([A-Z]\w+), (January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:st|nd|rd|th)?\b\s*(?:[-–—.,:]|\(Xinhua\))*`), "dateline", "a dateline in Chinese order"},
}

// inLine reports the patterns in a line, each stretch once.
func inLine(p *check.Pass, line document.Span, text string) {
	var lower string
	var taken []document.Span
	for _, r := range residues {
		if len(text) > longestLine && r.new != "dateline" {
			continue
		}
		head := text[:min(len(text), longestLine)]
		if lower == "" {
			lower = strings.ToLower(head)
		}
		if !slices.ContainsFunc(r.triggers, func(t string) bool { return strings.Contains(lower, t) }) {
			continue
		}
		for _, at := range r.pattern.FindAllStringSubmatchIndex(head, -1) {
			found := strings.TrimSpace(head[at[0]:at[1]])
			start := line.Start + at[0] + strings.Index(head[at[0]:], found)
			span := document.Span{Start: start, End: start + len(found)}
			if found == "" || overlapsAny(taken, span) || !reviewed(p.Document, span) {
				continue
			}
			taken = append(taken, span)
			p.Report(r.issue(span, head, at))
		}
	}
}

// longestLine bounds the lines searched for residue: labels stand in short
// ones, and a paragraph isn't read twice.
const longestLine = 600

func (r residue) issue(span document.Span, text string, at []int) check.Issue {
	new := ""
	switch r.new {
	case "":
	case "dateline":
		group := func(n int) string { return text[at[2*n]:at[2*n+1]] }
		new = strings.ToUpper(group(1)) + ", " + shortMonth(group(2)) + " " + group(3) + " (Xinhua) --"
	default:
		new = string(r.pattern.ExpandString(nil, r.new, text, at))
	}
	issue := leftover(span, new)
	issue.Message = r.message + ": delete it"
	if new != "" {
		issue.Message = r.message
	}
	return issue
}

// shortMonth is a month as news datelines write it: Feb., but May.
func shortMonth(month string) string {
	switch month {
	case "March", "April", "May", "June", "July":
		return month
	case "September":
		return "Sept."
	}
	return month[:3] + "."
}

func leftover(span document.Span, new string) check.Issue {
	return check.Issue{
		Span: span, Message: "a label of the web page: delete it",
		Suggestions: []check.Suggestion{{
			Message: "delete it", Text: new,
			Edits: []edit.Edit{{Start: span.Start, End: span.End, New: new}},
		}},
	}
}

func overlapsAny(spans []document.Span, s document.Span) bool {
	for _, o := range spans {
		if o.Overlaps(s) {
			return true
		}
	}
	return false
}

// reviewed reports whether the span lies in text that is to be reviewed, and
// not in code or markup.
func reviewed(d *document.Document, s document.Span) bool {
	for _, seg := range d.Segments {
		for _, run := range seg.Runs {
			if run.Overlaps(s) {
				return true
			}
		}
	}
	return false
}
