package format

import "strings"

// element2 is what XLIFF 2 says of an element: its attributes, those that must
// be there with an asterisk, and its children, as far as they are XLIFF's own.
type element2 struct {
	attributes []string
	// children in their order; an asterisk says that there may be several, a plus
	// that there must be one at least, an exclamation mark that there must be one.
	children []string
	// foreign says that elements of other namespaces may stand inside, extended
	// that attributes of any other namespace may.
	foreign, extended bool
}

// common are the attributes that several elements share.
const (
	structure2 = " canResegment translate srcDir trgDir"
	inline2    = " canCopy canDelete canReorder copyOf subType type"
)

// elements2 lists the elements of XLIFF 2.0 to 2.2 (OASIS XLIFF 2.1, 4.2 and 4.3).
var elements2 = map[string]element2{
	"xliff":        {attributes: list("version* srcLang* trgLang"), children: list("notes file+"), foreign: true, extended: true},
	"file":         {attributes: list("id* original" + structure2), children: list("skeleton notes unit|group+"), foreign: true, extended: true},
	"skeleton":     {attributes: list("href"), foreign: true},
	"group":        {attributes: list("id* name type" + structure2), children: list("notes unit|group*"), foreign: true, extended: true},
	"unit":         {attributes: list("id* name type" + structure2), children: list("notes originalData segment|ignorable+"), foreign: true, extended: true},
	"notes":        {children: list("note+"), foreign: true},
	"note":         {attributes: list("id appliesTo category priority ref"), extended: true},
	"originalData": {children: list("data+")},
	"data":         {attributes: list("id* dir"), children: list("cp*")},
	"segment":      {attributes: list("id canResegment state subState"), children: list("source! target")},
	"ignorable":    {attributes: list("id"), children: list("source! target")},
	"source":       {},
	"target":       {attributes: list("order")},
	"cp":           {attributes: list("hex*")},
	"ph":           {attributes: list("id* disp equiv dataRef subFlows" + inline2)},
	"pc":           {attributes: list("id* canOverlap dispEnd dispStart equivEnd equivStart dataRefEnd dataRefStart subFlowsEnd subFlowsStart dir" + inline2)},
	"sc":           {attributes: list("id* canOverlap dataRef dir disp equiv isolated subFlows" + inline2)},
	"ec":           {attributes: list("id canOverlap dataRef dir disp equiv isolated startRef subFlows" + inline2)},
	"mrk":          {attributes: list("id* translate type ref value"), extended: true},
	"sm":           {attributes: list("id* translate type ref value"), extended: true},
	"em":           {attributes: list("startRef*")},
}

func list(words string) []string { return strings.Fields(words) }

// values2 are the values of the attributes that have a list of them.
var values2 = map[string][]string{
	"canResegment": list("yes no"), "translate": list("yes no"), "canCopy": list("yes no"),
	"canDelete": list("yes no"), "canOverlap": list("yes no"), "isolated": list("yes no"),
	"canReorder": list("yes no firstNo"),
	"srcDir":     list("ltr rtl auto"), "trgDir": list("ltr rtl auto"), "dir": list("ltr rtl auto"),
	"state":     list("initial translated reviewed final"),
	"appliesTo": list("source target"),
	"priority":  list("1 2 3 4 5 6 7 8 9 10"),
}

// types2 are the values of type, by element, where no prefix makes them somebody
// else's.
var types2 = map[string][]string{
	"mrk": list("generic comment term"), "sm": list("generic comment term"),
	"ph": codeTypes2, "pc": codeTypes2, "sc": codeTypes2, "ec": codeTypes2,
}

var codeTypes2 = list("fmt ui quote link image other")

// modules2 are how the namespaces begin whose attributes inline codes may have
// (the modules of the standard), and what else may stand on any element.
var modules2 = list("urn:oasis:names:tc:xliff: http://www.w3.org/2005/11/its http://www.w3.org/XML/1998/namespace")
