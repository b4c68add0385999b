package xliff

// Where the elements of modules stand, and what their attributes stand on.
const (
	structures = "file group unit"
	inlineOnes = "ph pc sc ec mrk sm"

	sizeSpace   = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
	pluralSpace = "urn:oasis:names:tc:xliff:pgs:1.0"
)

// candidates are translations that may serve again (XLIFF 2.1, 5.1).
var candidates = vocabulary{
	space: "urn:oasis:names:tc:xliff:matches:2.0", prefix: "mtc",
	elements: map[string]*element{
		"matches": {children: "match+", in: "unit", once: true, scopes: []scope{matchIDs}},
		"match": {
			attributes: "id=name matchQuality=percent matchSuitability=percent origin ref=text! reference=yesNo similarity=percent subType=own type=matchType",
			relations:  []string{"subType needs type"},
			children:   "mda:metadata? xlf:originalData? xlf:source xlf:target other*", extended: true,
			scope: matchIDs, scopes: []scope{dataIDs, sourceIDs, targetIDs},
			also: []constraint{beginMatch},
			ends: []func(*Conformance, *open) error{endMatch},
		},
	},
}

// glossary are the terms of a unit (5.2).
var glossary = vocabulary{
	space: "urn:oasis:names:tc:xliff:glossary:2.0", prefix: "gls",
	elements: map[string]*element{
		"glossary": {children: "glossEntry+", in: "unit", once: true, scopes: []scope{termIDs}},
		"glossEntry": {
			attributes: "id=name ref=text", children: "term translation* definition? other*", extended: true,
			scope: termIDs, also: []constraint{refersToText}, ends: []func(*Conformance, *open) error{explained},
		},
		"term":        {attributes: "source", children: "text", extended: true},
		"translation": {attributes: "id=name ref=text source", children: "text", extended: true, scope: termIDs, also: []constraint{refersToText}},
		"definition":  {attributes: "source", children: "text", extended: true},
	},
}

// formats say how a preview looks (5.3).
var formats = vocabulary{
	space: "urn:oasis:names:tc:xliff:fs:2.0", prefix: "fs",
	lends: []loan{{
		attributes: "fs=html subFs", on: structures + " note " + inlineOnes,
		relations: []string{"subFs needs fs"}, also: isolated,
	}},
}

// metadata is what tools keep for themselves (5.4).
var metadata = vocabulary{
	space: "urn:oasis:names:tc:xliff:metadata:2.0", prefix: "mda",
	elements: map[string]*element{
		"metadata":  {attributes: "id=name", children: "metaGroup+", in: structures + " gls:glossEntry", once: true, scope: metaIDs, scopes: []scope{metaIDs}},
		"metaGroup": {attributes: "id=name category appliesTo=metaSide", children: "metaGroup|meta+", scope: metaIDs},
		"meta":      {attributes: "type!", children: "text"},
	},
}

// resources are files that a text belongs to (5.5).
var resources = vocabulary{
	space: "urn:oasis:names:tc:xliff:resourcedata:2.0", prefix: "res",
	elements: map[string]*element{
		"resourceData":    {children: "resourceItemRef* resourceItem*", in: structures, once: true, scopes: []scope{resourceIDs}},
		"resourceItemRef": {attributes: "id=name ref=name!", extended: true, scope: resourceIDs},
		"resourceItem": {
			attributes: "id=name mimeType context=yesNo", children: "xlf:notes? source? target? reference*", extended: true,
			scope: resourceIDs, scopes: []scope{noteIDs},
		},
		"source":    {attributes: "href xml:lang=language", children: "text other*", extended: true, either: "href", also: []constraint{sourceLanguage}},
		"target":    {attributes: "href xml:lang=language", children: "text other*", extended: true, either: "href"},
		"reference": {attributes: "href! xml:lang=language", extended: true},
	},
}

// tracking are earlier states (XLIFF 2.0, 5.6; later versions leave it to extensions).
var tracking = vocabulary{
	space: "urn:oasis:names:tc:xliff:changetracking:2.0", prefix: "ctr",
	elements: map[string]*element{
		"changeTrack": {children: "revisions+", in: structures + " notes", extended: true},
		"revisions":   {attributes: "appliesTo=name! ref=name currentVersion=name", children: "revision+", extended: true, also: []constraint{beginRevisions}},
		"revision":    {attributes: "author datetime version=name", children: "item+", extended: true, also: []constraint{beginRevision}},
		"item":        {attributes: "property!", children: "text other*", extended: true, also: []constraint{item}},
	},
}

// sizes restrict how long a text may be (5.7).
var sizes = vocabulary{
	space: sizeSpace, prefix: "slr",
	elements: map[string]*element{
		"profiles":      {attributes: "generalProfile storageProfile", children: "normalization? other*", in: "file", once: true, also: []constraint{profiles}},
		"normalization": {attributes: "general=normalization storage=normalization"},
		"data":          {attributes: "profile!", children: "other*", in: structures, extended: true, strange: sizeIDs},
	},
	lends: []loan{
		{attributes: "storageRestriction sizeRestriction", on: structures + " pc sc mrk sm", also: restricted},
		{attributes: "equivStorage=size", on: "pc sc ec ph", also: isolated},
		{attributes: "sizeInfo=size", on: structures + " pc sc ec ph", relations: []string{"sizeInfo excludes sizeInfoRef"}, also: isolated},
		{attributes: "sizeInfoRef=name", on: structures + " pc sc ec ph", relations: []string{"sizeInfoRef excludes sizeInfo"}, also: sizeData},
	},
}

// validation are rules that a translation is held against (5.8).
var validation = vocabulary{
	space: "urn:oasis:names:tc:xliff:validation:2.0", prefix: "val",
	elements: map[string]*element{
		"validation": {children: "rule+", in: structures, once: true, extended: true},
		"rule": {
			attributes: "isPresent occurs=positive isNotPresent startsWith endsWith existsInSource=yesNo caseSensitive=yesNo normalization=normalization disabled=yesNo",
			extended:   true, also: []constraint{oneRule},
		},
	},
}

// plurals choose a segment by number, gender or another value (XLIFF 2.2, part 2).
var plurals = vocabulary{
	space: pluralSpace, prefix: "pgs",
	lends: []loan{
		{attributes: "switch=switch", on: "unit", also: beginSwitch},
		{attributes: "case", on: "segment", also: switched},
	},
}
