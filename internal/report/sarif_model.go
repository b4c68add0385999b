package report

import (
	"strings"

	"rectify/internal/check"
)

// The objects of SARIF 2.1.0 that a review needs, by the names of the standard's
// section 3, each property as the standard writes it.
type (
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifContent struct {
		Text string `json:"text"`
	}
	sarifAddress struct {
		URI   string `json:"uri"`
		Index int    `json:"index"`
	}
	sarifArtifact struct {
		Location sarifAddress `json:"location"`
		Roles    []string     `json:"roles"`
	}
	sarifRegion struct {
		StartLine   int           `json:"startLine"`
		StartColumn int           `json:"startColumn"`
		EndLine     int           `json:"endLine"`
		EndColumn   int           `json:"endColumn"`
		Snippet     *sarifContent `json:"snippet,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifAddress `json:"artifactLocation"`
		Region   *sarifRegion `json:"region,omitempty"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion  `json:"deletedRegion"`
		Inserted sarifContent `json:"insertedContent"`
	}
	sarifChange struct {
		Artifact     sarifAddress       `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	// sarifProperties is a bag of our own.
	sarifProperties struct {
		Severity  string `json:"severity"`
		Certainty string `json:"certainty"`
		Source    string `json:"source,omitempty"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    *int              `json:"ruleIndex,omitempty"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fixes        []sarifFix        `json:"fixes,omitempty"`
		Properties   sarifProperties   `json:"properties"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name     string      `json:"name"`
		Version  string      `json:"version,omitempty"`
		Language string      `json:"language"`
		Rules    []sarifRule `json:"rules"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	// sarifRuleBag holds what GitHub shows and sorts by.
	sarifRuleBag struct {
		Precision string   `json:"precision"`
		Tags      []string `json:"tags"`
	}
	sarifRule struct {
		ID            string             `json:"id"`
		Name          string             `json:"name"`
		Short         sarifMessage       `json:"shortDescription"`
		Full          sarifMessage       `json:"fullDescription"`
		Help          sarifMessage       `json:"help"`
		Configuration sarifConfiguration `json:"defaultConfiguration"`
		Properties    sarifRuleBag       `json:"properties"`
	}
)

// newSARIFDriver says what the tool is and all that it looks for, found or not.
func newSARIFDriver(o Options) sarifDriver {
	driver := sarifDriver{"rectify", o.Version, "en-US", []sarifRule{}}
	for _, c := range o.Checks {
		driver.Rules = append(driver.Rules, newSARIFRule(c))
	}
	return driver
}

// precisions are GitHub's words for a certainty, the least first.
var precisions = [...]string{check.Advice: "low", check.Likely: "high", check.Proven: "very-high"}

func newSARIFRule(c *check.Check) sarifRule {
	first, _, _ := strings.Cut(c.Doc.Text, "\n\n")
	manual := sarifText(c.Manual())
	manual.Markdown = sarifText(c.Page()).Text
	return sarifRule{
		ID:            c.ID,
		Name:          pascalCase(c.ID),
		Short:         sarifText(c.Doc.Sentence()),
		Full:          sarifText(strings.ReplaceAll(first, "\n", " ")),
		Help:          manual,
		Configuration: sarifConfiguration{levels[c.Severity].sarif},
		Properties:    sarifRuleBag{precisions[c.Certainty], []string{string(c.Category)}},
	}
}

// pascalCase is an ID as an identifier: TermNearMiss for term/near-miss.
func pascalCase(id string) string {
	var out strings.Builder
	for word := range strings.FieldsFuncSeq(id, func(r rune) bool { return r == '/' || r == '-' }) {
		out.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return out.String()
}
