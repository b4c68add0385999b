package format

import (
	"strings"

	"rectify/internal/document"
)

// inlineElements are the HTML elements that text reads on across, those that show
// nothing among them; every other one breaks it.
var inlineElements = map[string]document.Join{
	"br": document.Spaced, "wbr": document.Glued,
	"a": document.Glued, "abbr": document.Glued, "acronym": document.Glued, "b": document.Glued,
	"bdi": document.Glued, "bdo": document.Glued, "big": document.Glued, "cite": document.Glued,
	"data": document.Glued, "dfn": document.Glued, "em": document.Glued, "font": document.Glued,
	"i": document.Glued, "ins": document.Glued, "label": document.Glued, "mark": document.Glued,
	"nobr": document.Glued, "small": document.Glued, "span": document.Glued, "strong": document.Glued,
	"time": document.Glued, "u": document.Glued,
	"area": document.Glued, "base": document.Glued, "col": document.Glued, "link": document.Glued,
	"meta": document.Glued, "param": document.Glued, "source": document.Glued, "track": document.Glued,
}

// skippedElements hold no text for a reader, or none that is prose. What stands
// for one between two stretches of text is a join; nothing stands for a script.
var skippedElements = map[string]document.Join{
	"script": document.Glued, "style": document.Glued, "template": document.Glued,
	"noscript": document.Glued, "noembed": document.Glued, "noframes": document.Glued,
	"code": document.Broken, "kbd": document.Broken, "samp": document.Broken, "tt": document.Broken,
	"var": document.Broken, "pre": document.Broken, "listing": document.Broken, "xmp": document.Broken,
	"plaintext": document.Broken, "textarea": document.Broken, "iframe": document.Broken,
	"object": document.Broken, "audio": document.Broken, "video": document.Broken,
	"canvas": document.Broken, "svg": document.Broken, "math": document.Broken,
	"del": document.Broken, "s": document.Broken, "strike": document.Broken,
	"rt": document.Broken, "rp": document.Broken,
}

// blockElements begin and end a segment.
var blockElements = elementSet(`address article aside blockquote body button caption center dd details
	dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header
	hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section
	select summary table tbody td tfoot th thead title tr ul xmp`)

// headingElements are titles.
var headingElements = elementSet("h1 h2 h3 h4 h5 h6 title")

// voidElements have no content and no end tag.
var voidElements = elementSet("area base basefont bgsound br col embed frame hr img input link meta param source track wbr")

// implied is what a start tag ends, since authors may leave end tags out: the
// open elements of some names, no further up than those of others.
type implied struct{ ends, within map[string]bool }

// impliedEnds are those of every element that has any.
var impliedEnds = map[string]implied{
	"li":       {elementSet("li"), elementSet("ul ol menu dir td th table")},
	"dt":       {elementSet("dt dd"), elementSet("dl td th table")},
	"dd":       {elementSet("dt dd"), elementSet("dl td th table")},
	"option":   {elementSet("option"), elementSet("select optgroup")},
	"optgroup": {elementSet("option optgroup"), elementSet("select")},
	"td":       {elementSet("td th"), elementSet("tr table")},
	"th":       {elementSet("td th"), elementSet("tr table")},
	"tr":       {elementSet("tr td th"), elementSet("table")},
	"tbody":    {elementSet("tbody thead tfoot tr td th caption"), elementSet("table")},
	"thead":    {elementSet("tbody thead tfoot tr td th caption"), elementSet("table")},
	"tfoot":    {elementSet("tbody thead tfoot tr td th caption"), elementSet("table")},
	"body":     {elementSet("head"), elementSet("html")},
}

// paragraphEnds says which element every block ends, since no block stands in a
// paragraph.
var paragraphEnds = implied{elementSet("p"), elementSet("td th table caption button object template")}

// cellElements are what an end tag reaches no further up than, unless it is one
// of tableElements.
var (
	cellElements  = elementSet("td th table caption template")
	tableElements = elementSet("table tbody thead tfoot tr td th caption template body html")
)

// textAttributes hold text for a reader, on any element.
var textAttributes = elementSet("alt title aria-label placeholder")

// describing are the names of the meta elements whose content is text.
var describing = elementSet("description og:title og:description twitter:title twitter:description dc.title dc.description")

func elementSet(names string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(names) {
		set[name] = true
	}
	return set
}
