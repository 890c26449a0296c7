import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "speed": try Speed.measure(rows: arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000)
case "answer" where arguments.count == 2: try Answers.write(from: URL(filePath: arguments[1]))
default:
    print("bench-queries speed [ROWS]: how long questions take over made rows")
    print("bench-queries answer COLLECTION.json: which rows answer each filter (see compare.py)")
}
