package checks

import (
	"regexp"
	"strings"
)

// rollingTail is the section of a site, and all behind it.
var rollingTail = regexp.MustCompile(`\s*[-_|–—]+\s*(?:Rolling|Scrolling|Scroll|Roll) News\b.*$`)

// rollingNews is where the name of such a section, and the dash before it, begins in
// the end of a line; -1 if it has none.
func rollingNews(end string) int {
	at := rollingTail.FindStringIndex(end)
	if at == nil {
		return -1
	}
	return at[0]
}

// siteName is a news site as pages have it at the end of their titles.
var siteName = regexp.MustCompile(`^(?:Xinhua ?[Nn]et(?:work)?|China ?[Nn]ews(?: Net(?:work)?)?|China New Network|China Youth Net(?:work)?|Guangming Net|` +
	`People's Network|Sina News|Tencent News|Netease|CCTV Net(?:work)?|ECNS|[A-Z]\w+ (?:Net|Network|Online)|[A-Za-z]+\.(?:com|cn|net)(?:\.cn)?|` +
	`(?:[A-Z][\w']+ ){0,2}(?:Observer|Observation|Watch|News|Daily|Times|Finance) (?:Net|Network|Website)|(?:A )?(?i:professional \w+ news website))$`)

// sectionName is a section of such a site, or the paper that it belongs to.
var sectionName = regexp.MustCompile(`^(?:(?:(?:[Rr]olling|[Ss]crolling|[Tt]oday['’]s|[Ll]atest|[Ll]ocal|[Dd]omestic|[Cc]urrent) )?[Nn]ews(?: [Tt]oday)?|` +
	`(?:[A-Z]\w+ ){1,2}(?:Daily|Times|News))$`)

// siteNames is where the names of a site, and the dash before them, begin in the end
// of a line; -1 if it has none. There are two at most, and two sections before them,
// parted by dashes.
func siteNames(end string) int {
	start, twoSites := -1, false
	rest := strings.TrimSuffix(strings.TrimRight(end, whiteSpace), ".")
	for n := range 4 {
		dash := strings.LastIndexAny(rest, titleDashes)
		if dash < 0 {
			break
		}
		name := strings.TrimLeft(strings.TrimLeft(rest[dash:], titleDashes), whiteSpace)
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
		rest = strings.TrimRight(strings.TrimRight(rest[:dash], titleDashes), whiteSpace)
		start = len(rest)
	}
	return start
}

// titleDashes part the names at the end of a page's title.
const titleDashes = "-_|–—"
