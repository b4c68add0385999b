package checks

import (
	"regexp"
	"strings"
)

// rollingNews is where the name of a section with the latest news, and the dash before
// it, begins in the end of a line; -1 if it has none. All behind it goes with it.
func rollingNews(end string) int {
	for from := 0; ; {
		n := strings.Index(end[from:], "News")
		if n < 0 {
			return -1
		}
		at := from + n
		from = at + len("News")
		name, rolls := cutRolling(end[:at])
		if !rolls || from < len(end) && isWordByte(end[from]) {
			continue
		}
		dashes := beforeBlanks(name)
		if rest := strings.TrimRight(dashes, titleDashes); len(rest) < len(dashes) {
			return len(beforeBlanks(rest))
		}
	}
}

// cutRolling takes "Rolling " and the like off the end of a text, if it is there.
func cutRolling(text string) (before string, found bool) {
	for _, word := range []string{"Rolling ", "Scrolling ", "Roll ", "Scroll "} {
		if before, found = strings.CutSuffix(text, word); found {
			break
		}
	}
	return before, found
}

// isWordByte reports whether a byte goes on a word of ASCII, as regexp has it.
func isWordByte(c byte) bool { return isLetter(c) || isFigure(c) || c == '_' }

// siteName is a news site as pages have it at the end of their titles.
var siteName = regexp.MustCompile(`^(?:Xinhua ?[Nn]et(?:work)?|China ?[Nn]ews(?: Net(?:work)?)?|China New Network|China Youth Net(?:work)?|Guangming Net|` +
	`People's Network|Sina News|Tencent News|Netease|CCTV Net(?:work)?|ECNS|[A-Z]\w+ (?:Net|Network|Online)|[A-Za-z]+\.(?:com|cn|net)(?:\.cn)?|` +
	`(?:[A-Z][\w']+ ){0,2}(?:Observer|Observation|Watch|News|Daily|Times|Finance) (?:Net|Network|Website)|(?:A )?(?i:professional \w+ news website))$`)

// sectionName is a section of such a site, or the paper that it belongs to.
var sectionName = regexp.MustCompile(`^(?:(?:(?:[Rr]olling|[Ss]crolling|[Tt]oday['’]s|[Ll]atest|[Ll]ocal|[Dd]omestic|[Cc]urrent) )?[Nn]ews(?: [Tt]oday)?|` +
	`(?:[A-Z]\w+ ){1,2}(?:Daily|Times|News))$`)

// endsAsSites reports whether the end of a line may be the name of a site.
func endsAsSites(line string) bool {
	line = strings.TrimSuffix(beforeBlanks(line), ".")
	if line == "" || strings.IndexByte("tksemn", line[len(line)-1]|0x20) < 0 {
		return false
	}
	for _, ending := range siteEndings {
		if n := len(line) - len(ending); n >= 0 && strings.EqualFold(line[n:], ending) {
			return true
		}
	}
	return false
}

// siteEndings are those of the names of sites.
var siteEndings = []string{"net", "network", "news", "netease", "online", "website", ".com", ".cn", "ecns"}

// siteNames is where the names of a site, and the dash before them, begin in the end
// of a line; -1 if it has none. There are two at most, and two sections before them,
// parted by dashes.
func siteNames(end string) int {
	start, twoSites := -1, false
	rest := strings.TrimSuffix(beforeBlanks(end), ".")
	for n := range 4 {
		dash := strings.LastIndexAny(rest, titleDashes)
		if dash < 0 {
			break
		}
		name := pastBlanks(strings.TrimLeft(rest[dash:], titleDashes))
		fits := false
		switch n {
		case 0:
			fits = siteName.MatchString(name)
		case 1:
			twoSites = siteName.MatchString(name)
			fits = twoSites || sectionName.MatchString(name)
		default:
			fits = (n == 2 || twoSites) && sectionName.MatchString(name)
		}
		if !fits {
			break
		}
		rest = beforeBlanks(strings.TrimRight(rest[:dash], titleDashes))
		start = len(rest)
	}
	return start
}

// titleDashes part the names at the end of a page's title.
const titleDashes = "-_|–—"
