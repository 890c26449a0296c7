# The verbs. What they do is written in scripts/.
.PHONY: run test check format docs bench bench-large bench-cleaning bench-geocoding bench-geocoding-country bench-serving crash fuzz

run:
	@scripts/bootstrap
	@swift build --product gabarit
	@exec .build/debug/gabarit demo

test:
	@scripts/bootstrap test
	@swift build
	@swift test
	@scripts/browser-tests

check:
	@scripts/check

format:
	@swift format --in-place --recursive --parallel Sources Tests Package.swift

docs:
	@swift build --product gabarit
	@.build/debug/gabarit docs docs

bench:
	@Benchmarks/speed/run

bench-large:
	@Benchmarks/speed/run --large

fuzz:
	@Benchmarks/fuzz/run

bench-cleaning:
	@scripts/bootstrap
	@Benchmarks/measure-cleaning

bench-geocoding:
	@Benchmarks/locating/run

bench-geocoding-country:
	@Benchmarks/locating/run --country .build/country

bench-serving:
	@Benchmarks/Serving/run

crash:
	@swift build --product crash-store
	@.build/debug/crash-store sqlite 500 1
	@.build/debug/crash-store postgresql 500 1
