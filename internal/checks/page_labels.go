package checks

import (
	"regexp"
	"strings"
)

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
	related recommendations
	related reports
	extended reading
	recommended reading
	recommended for you
	guess you like
	you may like
	more wonderful
	news atlas
	news map
	picture news
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
	print this page
	close the window
	close window
	font size
	large medium small
	font large medium small
	comment area
	post a comment
	netizen comments
	i want to comment
	i want to correct errors
	error correction
	report errors
	add to favorites
	copyright statement
	all rights reserved
	click to enter the special topic
	click to view the original text
	original link
	read the original text
	expand the full text
	expand full text
	view full text
	read full text
`)

// residue is a pattern inside a line, the text to put in its place, where $1
// stands for its groups, and what to tell the reader.
type residue struct {
	// triggers are in small letters; a line with a colon and one of them, in whatever
	// letters, is searched. So is one of companions needed, if there are any.
	triggers, companions []string
	// needs, instead of triggers, reports whether a line is to be searched; inLong,
	// whether the beginning of a long one is, too.
	needs   func(line string) bool
	inLong  bool
	pattern *regexp.Regexp
	new     string
	message string
	// lead is how many bytes at most stand in what is found before the first of its
	// triggers and companions; 0 if that can't be said.
	lead int
	// tail, instead of a pattern, finds where what is to go begins in the end of a
	// line, -1 if there is none.
	tail func(end string) int
}

// dateline in the place of a new text says that it is made of a city, a month
// and a day.
const dateline = "dateline"

// byline names the reporters behind a dateline, in Chinese order.
var byline = regexp.MustCompile(`^ *[(（](?:(?i:reporters?|journalists?|correspondents?)\b[^()（）]*|[A-Z][\pL'’-]+(?:(?:,| and)? [A-Z][\pL'’-]+){1,7})[)）]`)

// pageTime is the time at which a page was put on the web, as pages have it.
const pageTime = `(?:\d{4}-\d{2}-\d{2}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.?,? \d{4}),? \d{1,2}:\d{2}(?::\d{2})?`

// pageRole is who made a page.
const pageRole = `(?i:author|writer|reporter|(?:responsible |duty )?editor(?:[- ]in[- ]charge| responsible)?)`

var residues = []residue{
	{
		triggers: []string{"[source"},
		lead:     64,
		pattern:  regexp.MustCompile(`(?i)(?:` + pageTime + `\s*)?\[\s*source\s*[:：][^\[\]]{1,80}\](?:\s*\[\s*(?:responsible editor|editor(?:[- ]in[- ]charge| responsible)?|duty editor|editing)\s*[:：][^\[\]]{1,60}\])?`),
		message:  "the head of the page (time, source, editor)",
	},
	{
		triggers:   []string{" source:", " source :", " source：", "\tsource"},
		companions: []string{"author", "writer", "reporter", "editor"},
		pattern:    regexp.MustCompile(`^\s*` + pageTime + `\s+(?i:source)\s*[:：]\s*[\pL .'’]{2,60}?(?:\s+` + pageRole + `\s*[:：]\s*[\pL .,'’·]{2,40}?)+\s*$`),
		message:    "the head of the page (time, source, editor)",
	},
	{
		needs:   endsInTime,
		pattern: regexp.MustCompile(`^\s*` + pageTime + `\s*$`),
		message: "the time stamp of the page",
	},
	{
		triggers:   []string{"source:", "source :", "source："},
		companions: []string{"share", "print", "comment", "font size"},
		pattern:    regexp.MustCompile(`(?i)\bsource\s*[:：]\s*[\pL .,'’]{2,60}?\s+(?:share(?: to)?|print|comment|font size)\b[\pL :：]*$`),
		message:    "the page's source line with its buttons",
	},
	{
		triggers:   []string{"editor"},
		companions: []string{"responsible", "charge", "duty", "editing"},
		lead:       8,
		pattern:    regexp.MustCompile(`(?i)[\[(（【]?\s*\b(?:responsible editor|editor[- ]in[- ]charge|editor responsible|duty editor|editing)\s*[:：]\s*[\pL .'’·]{2,40}[\])）】]?`),
		message:    "the page's editor line",
	},
	{
		triggers: []string{"editor"},
		pattern:  regexp.MustCompile(`^\s*[\[(（【]\s*(?i:editor)\s*[:：][^\[\]()]{1,60}[\])）】]\s*$`),
		message:  "the page's editor line",
	},
	{
		triggers: []string{"font"},
		lead:     1,
		pattern:  regexp.MustCompile(`(?i)\bfont(?: size)?\s*[:：]\s*\[?\s*(?:large|big|small|medium|middle|\+|-)[\w ,]*\]?`),
		message:  "the page's font switch",
	},
	{
		needs:   func(line string) bool { return rollingNews(endOf(line)) >= 0 },
		tail:    rollingNews,
		message: "the section and site at the end of the page's title",
	},
	{
		needs:   endsAsSites,
		tail:    siteNames,
		message: "the site's name at the end of the page's title",
	},
	{
		needs:   func(line string) bool { return indexFolded(line, "code to ") >= 0 },
		pattern: regexp.MustCompile(`(?i)\bscan (?:the )?(?:qr )?code to (?:follow|share|download|read|watch)\b[\w ]{0,40}`),
		message: "a label of the page",
	},
	{
		triggers: []string{"views"},
		pattern:  regexp.MustCompile(`(?i)\b(?:page views|number of views)\s*[:：]\s*\d+`),
		message:  "the page's counter",
	},
	{
		triggers: []string{"clicks", "reading volume"},
		pattern:  regexp.MustCompile(`(?i)^\s*(?:(?:number of )?clicks|reading volume)\s*[:：]\s*\d[\d,]*\s*$`),
		message:  "the page's counter",
	},
	{
		needs:   func(line string) bool { return ofXinhua(line) && strings.Contains(line, "Photographed by") },
		pattern: regexp.MustCompile(`\bPhotographed by ([A-Z][\pL'’ -]{1,30}?), (?:a )?(?:reporter|journalist|photographer) (?:of|from) (?:the )?Xinhua(?: News Agency)?`),
		new:     "Photo: Xinhua/$1",
		message: "a photo credit in Chinese order",
	},
	{
		needs:   func(line string) bool { return ofXinhua(line) && strings.Contains(line, " by Xinhua News Agency ") },
		pattern: regexp.MustCompile(`\b(?:Photographed|Photo|Photos|Picture) by Xinhua News Agency (?:reporter|journalist|photographer) ([A-Z][\pL'’-]+(?: [A-Z][\pL'’-]+){0,2})`),
		new:     "Photo: Xinhua/$1",
		message: "a photo credit in Chinese order",
	},
	{
		needs:   func(line string) bool { return strings.HasPrefix(pastBlanks(line), "Xinhua") },
		inLong:  true,
		pattern: regexp.MustCompile(`^\s*(?:Xinhua News Agency|Xinhua),? ([A-Z]\w+), (January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?:19|20)\d\d\b)?\s*(?:[-–—.,:]|\(Xinhua\))*`),
		new:     dateline,
		message: "a dateline in Chinese order",
	},
}

// ofXinhua reports whether a line names the agency. Few do, and its first letter is so
// rare that the question costs next to nothing.
func ofXinhua(line string) bool { return strings.Contains(line, "Xinhua") }
