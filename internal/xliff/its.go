package xliff

// What ITS says of who made a text, and of how good it is.
const (
	provenance = "org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef"
	rating     = "locQualityRatingProfileRef locQualityRatingScore=percent locQualityRatingScoreThreshold=percent locQualityRatingVote=integer locQualityRatingVoteThreshold=integer"
	anywhere   = "xliff " + structures + " mrk sm mtc:match"
)

// its are the attributes and elements of the Internationalization Tag Set 2.0
// (XLIFF 2.1, 5.9).
var its = vocabulary{
	space: SpaceITS, prefix: "its",
	elements: map[string]*element{
		"locQualityIssues": {attributes: "xml:id=name! version", children: "locQualityIssue+", in: "unit mtc:match", scope: recordIDs},
		"locQualityIssue": {
			attributes: "version locQualityIssueType=issue locQualityIssueComment locQualityIssueSeverity=percent locQualityIssueProfileRef locQualityIssueEnabled=yesNo",
			relations:  []string{"some of locQualityIssueType locQualityIssueComment"},
		},
		"provenanceRecords": {attributes: "xml:id=name! version", children: "provenanceRecord+", in: structures + " mtc:match", scope: recordIDs},
		"provenanceRecord":  {attributes: "version " + provenance, relations: []string{"some of " + provenance}, extended: true},
	},
	lends: []loan{
		{attributes: "version annotatorsRef=annotators", on: anywhere},
		{
			attributes: provenance + " provenanceRecordsRef", on: anywhere,
			relations: []string{"provenanceRecordsRef excludes " + provenance}, also: inRecords,
		},
		{attributes: rating, on: anywhere, relations: []string{"locQualityRatingScore excludes locQualityRatingVote"}},
		{
			attributes: "locQualityIssuesRef locQualityIssueType=issue locQualityIssueComment locQualityIssueSeverity=percent locQualityIssueProfileRef locQualityIssueEnabled=yesNo", on: "mrk sm",
			relations: []string{"locQualityIssuesRef excludes locQualityIssueType locQualityIssueComment locQualityIssueSeverity locQualityIssueProfileRef locQualityIssueEnabled"},
			also:      inRecords,
		},
		{
			attributes: "taClassRef taConfidence=fraction taIdent taIdentRef taSource", on: "mrk sm",
			relations: []string{"taIdentRef excludes taSource taIdent", "taSource needs taIdent", "taIdent needs taSource"},
		},
		{attributes: "allowedCharacters localeFilterList localeFilterType=filter mtConfidence=fraction termConfidence=fraction", on: "mrk sm"},
	},
}

// itsModule are the attributes that XLIFF has of its own where ITS has none.
var itsModule = vocabulary{
	space: "urn:oasis:names:tc:xliff:itsm:2.1", prefix: "itsm",
	lends: []loan{
		{attributes: "domains", on: structures + " mrk sm mtc:match"},
		{attributes: "lang=language", on: "mrk sm"},
	},
}
