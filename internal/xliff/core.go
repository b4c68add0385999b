package xliff

const corePrefix = "xlf"

// What several elements of the core have in common.
const (
	structure = " canResegment=yesNo translate=yesNo srcDir=direction trgDir=direction xml:space=space"
	code      = " canCopy=yesNo canDelete=yesNo canReorder=reorder copyOf=name subType=subType type=codeType"
	mark      = "id=name! translate=yesNo type=markType ref=reference value"
	language  = " xml:lang=language xml:space=space"

	inlineElements = "cp|ph|pc|sc|ec|mrk|sm|em"
)

// core is XLIFF 2.0 to 2.2 without its modules (OASIS XLIFF 2.1, 4.2 and 4.3; 2.2 adds
// notes and metadata of a whole file). Its namespace is that of either. What stands
// as "other" may come before and behind notes, as tools write it.
var core = vocabulary{
	prefix: corePrefix,
	space:  Space20,
	elements: map[string]*element{
		"xliff": {
			attributes: "version! srcLang=language! trgLang=language xml:space=space",
			children:   "notes? mda:metadata? file+", extended: true,
			scopes: []scope{fileIDs, noteIDs},
		},
		"file": {
			attributes: "id=name! original" + structure,
			children:   "skeleton? other* notes? other* unit|group+", extended: true,
			also:  []constraint{beginFile},
			scope: fileIDs, scopes: []scope{groupIDs, unitIDs, noteIDs, otherIDs, sizeIDs, recordIDs}, strange: otherIDs,
			ends: []func(*Conformance, *open) error{revised},
		},
		"skeleton": {attributes: "href", children: "text other*", either: "href"},
		"group": {
			attributes: "id=name! name type=own" + structure,
			children:   "other* notes? other* unit|group*", extended: true,
			scope: groupIDs, scopes: []scope{noteIDs, otherIDs, sizeIDs, recordIDs}, strange: otherIDs,
			ends: []func(*Conformance, *open) error{revised},
		},
		"unit": {
			attributes: "id=name! name type=own" + structure,
			children:   "other* notes? other* originalData? other* segment|ignorable+", extended: true,
			scope: unitIDs, scopes: []scope{noteIDs, otherIDs, sizeIDs, recordIDs, dataIDs, sourceIDs, targetIDs}, strange: otherIDs,
			also: []constraint{beginUnit},
			ends: []func(*Conformance, *open) error{revised, endUnit},
		},
		"notes":        {children: "other* note+"},
		"note":         {attributes: "id=name appliesTo=side category priority=priority ref=reference", children: "text", extended: true, scope: noteIDs},
		"originalData": {children: "data+"},
		"data":         {attributes: "id=name! dir=direction xml:space=space", children: "text cp*", scope: dataIDs},
		"segment": {
			attributes: "id=name canResegment=yesNo state=state subState=subType", relations: []string{"subState needs state"},
			children: "source target?", scope: sourceIDs, also: []constraint{beginPart},
		},
		"ignorable": {attributes: "id=name", children: "source target?", scope: sourceIDs, also: []constraint{beginPart}},
		"source":    {attributes: language, children: "text inline", also: []constraint{beginSource}},
		"target":    {attributes: "order=positive" + language, children: "text inline", also: []constraint{beginTarget}, ends: []func(*Conformance, *open) error{endTarget}},
		"cp":        {attributes: "hex=hex!"},
		"ph": {
			attributes: "id=name! disp equiv dataRef=data subFlows=units" + code, relations: []string{"subType needs type", "copyOf excludes dataRef"},
			scope: textIDs, also: inlineCode,
		},
		"pc": {
			attributes: "id=name! canOverlap=yesNo dispEnd dispStart equivEnd equivStart dataRefEnd=data dataRefStart=data subFlowsEnd=units subFlowsStart=units dir=direction" + code,
			relations:  []string{"subType needs type", "copyOf excludes dataRefStart dataRefEnd"},
			children:   "text inline", scope: textIDs, also: inlineCode, ends: []func(*Conformance, *open) error{endSpan},
		},
		"sc": {
			attributes: "id=name! canOverlap=yesNo dataRef=data dir=direction disp equiv isolated=yesNo subFlows=units" + code,
			relations:  []string{"subType needs type", "copyOf excludes dataRef"},
			scope:      textIDs, also: []constraint{subType, copied, ordered, beginPair},
		},
		"ec": {
			attributes: "id=name canOverlap=yesNo dataRef=data dir=direction disp equiv isolated=yesNo startRef=name subFlows=units" + code,
			relations:  []string{"subType needs type", "copyOf excludes dataRef"},
			scope:      textIDs, also: []constraint{subType, copied, ordered, endPair},
		},
		"mrk": {attributes: mark, children: "text inline", extended: true, scope: textIDs, also: []constraint{comment}},
		"sm":  {attributes: mark, extended: true, scope: textIDs, also: []constraint{comment, beginPair}},
		"em":  {attributes: "startRef=name!", also: []constraint{endPair}},
	},
}

var inlineCode = []constraint{subType, copied, ordered}
