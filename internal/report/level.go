package report

import "rectify/internal/mqm"

// levels are what the formats of other tools call each severity, the least
// first.
var levels = [...]struct{ sarif, reviewdog, github, checkstyle, gitlab string }{
	mqm.Neutral:  {"note", "INFO", "notice", "info", "info"},
	mqm.Minor:    {"warning", "WARNING", "warning", "warning", "minor"},
	mqm.Major:    {"error", "ERROR", "error", "error", "major"},
	mqm.Critical: {"error", "ERROR", "error", "error", "critical"},
}
