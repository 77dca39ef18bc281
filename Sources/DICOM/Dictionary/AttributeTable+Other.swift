extension AttributeTable {
    /// One group after another: `>GGGG`, then `EEEE`, VR and keyword run together.
    static let other = """
        >300C 0002SQReferencedRTPlanSequence 0004SQReferencedBeamSequence 0006ISReferencedBeamNumber
        0007ISReferencedReferenceImageNumber 0008DSStartCumulativeMetersetWeight 0009DSEndCumulativeMetersetWeight
        000ASQReferencedBrachyApplicationSetupSequence 000CISReferencedBrachyApplicationSetupNumber
        000EISReferencedSourceNumber 0020SQReferencedFractionGroupSequence 0022ISReferencedFractionGroupNumber
        0040SQReferencedVerificationImageSequence 0042SQReferencedReferenceImageSequence
        0050SQReferencedDoseReferenceSequence 0051ISReferencedDoseReferenceNumber
        0055SQBrachyReferencedDoseReferenceSequence 0060SQReferencedStructureSetSequence
        006AISReferencedPatientSetupNumber 0080SQReferencedDoseSequence 00A0ISReferencedToleranceTableNumber
        00B0SQReferencedBolusSequence 00C0ISReferencedWedgeNumber 00D0ISReferencedCompensatorNumber
        00E0ISReferencedBlockNumber 00F0ISReferencedControlPointIndex 00F2SQReferencedControlPointSequence
        00F4ISReferencedStartControlPointIndex 00F6ISReferencedStopControlPointIndex 0100ISReferencedRangeShifterNumber
        0102ISReferencedLateralSpreadingDeviceNumber 0104ISReferencedRangeModulatorNumber 0111SQOmittedBeamTaskSequence
        0112CSReasonForOmission 0113LOReasonForOmissionDescription 0114SQPrescriptionOverviewSequence
        0115FLTotalPrescriptionDose 0116SQPlanOverviewSequence 0117USPlanOverviewIndex 0118USReferencedPlanOverviewIndex
        0119USNumberOfFractionsIncluded 0120SQDoseCalibrationConditionsSequence 0121FDAbsorbedDoseToMetersetRatio
        0122FDDelineatedRadiationFieldSize 0123CSDoseCalibrationConditionsVerifiedFlag
        0124FDCalibrationReferencePointDepth 0125SQGatingBeamHoldTransitionSequence 0126CSBeamHoldTransition
        0127DTBeamHoldTransitionDateTime 0128SQBeamHoldOriginatingDeviceSequence 0129CSBeamHoldTransitionTriggerSource
        >300E 0002CSApprovalStatus 0004DAReviewDate 0005TMReviewTime 0008PNReviewerName
        >3010 0001SQRadiobiologicalDoseEffectSequence 0002CSRadiobiologicalDoseEffectFlag
        0003SQEffectiveDoseCalculationMethodCategoryCodeSequence 0004SQEffectiveDoseCalculationMethodCodeSequence
        0005LOEffectiveDoseCalculationMethodDescription 0006UIConceptualVolumeUID
        0007SQOriginatingSOPInstanceReferenceSequence 0008SQConceptualVolumeConstituentSequence
        0009SQEquivalentConceptualVolumeInstanceReferenceSequence 000ASQEquivalentConceptualVolumesSequence
        000BUIReferencedConceptualVolumeUID 000CUTConceptualVolumeCombinationExpression
        000DUSConceptualVolumeConstituentIndex 000ECSConceptualVolumeCombinationFlag
        000FSTConceptualVolumeCombinationDescription 0010CSConceptualVolumeSegmentationDefinedFlag
        0011SQConceptualVolumeSegmentationReferenceSequence
        0012SQConceptualVolumeConstituentSegmentationReferenceSequence 0013UIConstituentConceptualVolumeUID
        0014SQDerivationConceptualVolumeSequence 0015UISourceConceptualVolumeUID
        0016SQConceptualVolumeDerivationAlgorithmSequence 0017STConceptualVolumeDescription
        0018SQSourceConceptualVolumeSequence 0019SQAuthorIdentificationSequence 001ALOManufacturerModelVersion
        001BUCDeviceAlternateIdentifier 001CCSDeviceAlternateIdentifierType 001DLTDeviceAlternateIdentifierFormat
        001ELOSegmentationCreationTemplateLabel 001FUISegmentationTemplateUID 0020USReferencedSegmentReferenceIndex
        0021SQSegmentReferenceSequence 0022USSegmentReferenceIndex 0023SQDirectSegmentReferenceSequence
        0024SQCombinationSegmentReferenceSequence 0025SQConceptualVolumeSequence
        0026SQSegmentedRTAccessoryDeviceSequence 0027SQSegmentCharacteristicsSequence
        0028SQRelatedSegmentCharacteristicsSequence 0029USSegmentCharacteristicsPrecedence
        002ASQRTSegmentAnnotationSequence 002BSQSegmentAnnotationCategoryCodeSequence
        002CSQSegmentAnnotationTypeCodeSequence 002DLODeviceLabel 002ESQDeviceTypeCodeSequence
        002FSQSegmentAnnotationTypeModifierCodeSequence 0030SQPatientEquipmentRelationshipCodeSequence
        0031UIReferencedFiducialsUID 0032SQPatientTreatmentOrientationSequence 0033SHUserContentLabel
        0034LOUserContentLongLabel 0035SHEntityLabel 0036LOEntityName 0037STEntityDescription 0038LOEntityLongLabel
        0039USDeviceIndex 003AUSRTTreatmentPhaseIndex 003BUIRTTreatmentPhaseUID 003CUSRTPrescriptionIndex
        003DUSRTSegmentAnnotationIndex 003EUSBasisRTTreatmentPhaseIndex 003FUSRelatedRTTreatmentPhaseIndex
        0040USReferencedRTTreatmentPhaseIndex 0041USReferencedRTPrescriptionIndex
        0042USReferencedParentRTPrescriptionIndex 0043STManufacturerDeviceIdentifier
        0044SQInstanceLevelReferencedPerformedProcedureStepSequence 0045CSRTTreatmentPhaseIntentPresenceFlag
        0046CSRadiotherapyTreatmentType 0047CSTeletherapyRadiationType 0048CSBrachytherapySourceType
        0049SQReferencedRTTreatmentPhaseSequence 004ASQReferencedDirectSegmentInstanceSequence
        004BSQIntendedRTTreatmentPhaseSequence 004CDAIntendedPhaseStartDate 004DDAIntendedPhaseEndDate
        004ESQRTTreatmentPhaseIntervalSequence 004FCSTemporalRelationshipIntervalAnchor
        0050FDMinimumNumberOfIntervalDays 0051FDMaximumNumberOfIntervalDays 0052UIPertinentSOPClassesInStudy
        0053UIPertinentSOPClassesInSeries 0054LORTPrescriptionLabel 0055SQRTPhysicianIntentPredecessorSequence
        0056LORTTreatmentApproachLabel 0057SQRTPhysicianIntentSequence 0058USRTPhysicianIntentIndex
        0059CSRTTreatmentIntentType 005AUTRTPhysicianIntentNarrative 005BSQRTProtocolCodeSequence
        005CSTReasonForSuperseding 005DSQRTDiagnosisCodeSequence 005EUSReferencedRTPhysicianIntentIndex
        005FSQRTPhysicianIntentInputInstanceSequence 0060SQRTAnatomicPrescriptionSequence
        0061UTPriorTreatmentDoseDescription 0062SQPriorTreatmentReferenceSequence
        0063CSDosimetricObjectiveEvaluationScope 0064SQTherapeuticRoleCategoryCodeSequence
        0065SQTherapeuticRoleTypeCodeSequence 0066USConceptualVolumeOptimizationPrecedence
        0067SQConceptualVolumeCategoryCodeSequence 0068CSConceptualVolumeBlockingConstraint
        0069SQConceptualVolumeTypeCodeSequence 006ASQConceptualVolumeTypeModifierCodeSequence
        006BSQRTPrescriptionSequence 006CSQDosimetricObjectiveSequence 006DSQDosimetricObjectiveTypeCodeSequence
        006EUIDosimetricObjectiveUID 006FUIReferencedDosimetricObjectiveUID 0070SQDosimetricObjectiveParameterSequence
        0071SQReferencedDosimetricObjectivesSequence 0073CSAbsoluteDosimetricObjectiveFlag
        0074FDDosimetricObjectiveWeight 0075CSDosimetricObjectivePurpose 0076SQPlanningInputInformationSequence
        0077LOTreatmentSite 0078SQTreatmentSiteCodeSequence 0079SQFractionPatternSequence 007AUTTreatmentTechniqueNotes
        007BUTPrescriptionNotes 007CISNumberOfIntervalFractions 007DUSNumberOfFractions 007EUSIntendedDeliveryDuration
        007FUTFractionationNotes 0080SQRTTreatmentTechniqueCodeSequence 0081SQPrescriptionNotesSequence
        0082SQFractionBasedRelationshipSequence 0083CSFractionBasedRelationshipIntervalAnchor
        0084FDMinimumHoursBetweenFractions 0085TMIntendedFractionStartTime 0086LTIntendedStartDayOfWeek
        0087SQWeekdayFractionPatternSequence 0088SQDeliveryTimeStructureCodeSequence
        0089SQTreatmentSiteModifierCodeSequence 0090CSRoboticBaseLocationIndicator 0091SQRoboticPathNodeSetCodeSequence
        0092ULRoboticNodeIdentifier 0093FDRTTreatmentSourceCoordinates 0094FDRadiationSourceCoordinateSystemYawAngle
        0095FDRadiationSourceCoordinateSystemRollAngle 0096FDRadiationSourceCoordinateSystemPitchAngle
        0097SQRoboticPathControlPointSequence 0098SQTomotherapeuticControlPointSequence
        0099FDTomotherapeuticLeafOpenDurations 009AFDTomotherapeuticLeafInitialClosedDurations
        00A0SQConceptualVolumeIdentificationSequence
        >4000 0010LTArbitrary 4000LTTextComments
        >4008 0040SHResultsID 0042LOResultsIDIssuer 0050SQReferencedInterpretationSequence
        00FFCSReportProductionStatusTrial 0100DAInterpretationRecordedDate 0101TMInterpretationRecordedTime
        0102PNInterpretationRecorder 0103LOReferenceToRecordedSound 0108DAInterpretationTranscriptionDate
        0109TMInterpretationTranscriptionTime 010APNInterpretationTranscriber 010BSTInterpretationText
        010CPNInterpretationAuthor 0111SQInterpretationApproverSequence 0112DAInterpretationApprovalDate
        0113TMInterpretationApprovalTime 0114PNPhysicianApprovingInterpretation 0115LTInterpretationDiagnosisDescription
        0117SQInterpretationDiagnosisCodeSequence 0118SQResultsDistributionListSequence 0119PNDistributionName
        011ALODistributionAddress 0200SHInterpretationID 0202LOInterpretationIDIssuer 0210CSInterpretationTypeID
        0212CSInterpretationStatusID 0300STImpressions 4000STResultsComments
        >4010 0001CSLowEnergyDetectors 0002CSHighEnergyDetectors 0004SQDetectorGeometrySequence
        1001SQThreatROIVoxelSequence 1004FLThreatROIBase 1005FLThreatROIExtents 1006OBThreatROIBitmap
        1007SHRouteSegmentID 1008CSGantryType 1009CSOOIOwnerType 100ASQRouteSegmentSequence
        1010USPotentialThreatObjectID 1011SQThreatSequence 1012CSThreatCategory 1013LTThreatCategoryDescription
        1014CSATDAbilityAssessment 1015CSATDAssessmentFlag 1016FLATDAssessmentProbability 1017FLMass 1018FLDensity
        1019FLZEffective 101ASHBoardingPassID 101BFLCenterOfMass 101CFLCenterOfPTO 101DFLBoundingPolygon
        101ESHRouteSegmentStartLocationID 101FSHRouteSegmentEndLocationID 1020CSRouteSegmentLocationIDType
        1021CSAbortReason 1023FLVolumeOfPTO 1024CSAbortFlag 1025DTRouteSegmentStartTime 1026DTRouteSegmentEndTime
        1027CSTDRType 1028CSInternationalRouteSegment 1029LOThreatDetectionAlgorithmAndVersion 102ASHAssignedLocation
        102BDTAlarmDecisionTime 1031CSAlarmDecision 1033USNumberOfTotalObjects 1034USNumberOfAlarmObjects
        1037SQPTORepresentationSequence 1038SQATDAssessmentSequence 1039CSTIPType 103ACSDICOSVersion
        1041DTOOIOwnerCreationTime 1042CSOOIType 1043FLOOISize 1044CSAcquisitionStatus 1045SQBasisMaterialsCodeSequence
        1046CSPhantomType 1047SQOOIOwnerSequence 1048CSScanType 1051LOItineraryID 1052SHItineraryIDType
        1053LOItineraryIDAssigningAuthority 1054SHRouteID 1055SHRouteIDAssigningAuthority 1056CSInboundArrivalType
        1058SHCarrierID 1059CSCarrierIDAssigningAuthority 1060FLSourceOrientation 1061FLSourcePosition 1062FLBeltHeight
        1064SQAlgorithmRoutingCodeSequence 1067CSTransportClassification 1068LTOOITypeDescriptor
        1069FLTotalProcessingTime 106COBDetectorCalibrationData 106DCSAdditionalScreeningPerformed
        106ECSAdditionalInspectionSelectionCriteria 106FSQAdditionalInspectionMethodSequence 1070CSAITDeviceType
        1071SQQRMeasurementsSequence 1072SQTargetMaterialSequence 1073FDSNRThreshold 1075DSImageScaleRepresentation
        1076SQReferencedPTOSequence 1077SQReferencedTDRInstanceSequence 1078STPTOLocationDescription
        1079SQAnomalyLocatorIndicatorSequence 107AFLAnomalyLocatorIndicator 107BSQPTORegionSequence
        107CCSInspectionSelectionCriteria 107DSQSecondaryInspectionMethodSequence 107EDSPRCSToRCSOrientation
        >4FFE 0001SQMACParametersSequence
        >5000 0005USCurveDimensions 0010USNumberOfPoints 0020CSTypeOfData 0022LOCurveDescription 0030SHAxisUnits
        0040SHAxisLabels 0103USDataValueRepresentation 0104USMinimumCoordinateValue 0105USMaximumCoordinateValue
        0106SHCurveRange 0110USCurveDataDescriptor 0112USCoordinateStartValue 0114USCoordinateStepValue
        1001CSCurveActivationLayer 2000USAudioType 2002USAudioSampleFormat 2004USNumberOfChannels 2006ULNumberOfSamples
        2008ULSampleRate 200AULTotalTime 200CXWAudioSampleData 200ELTAudioComments 2500LOCurveLabel
        2600SQCurveReferencedOverlaySequence 2610USCurveReferencedOverlayGroup 3000XWCurveData
        >5200 9229SQSharedFunctionalGroupsSequence 9230SQPerFrameFunctionalGroupsSequence
        >5400 0100SQWaveformSequence 0110XWChannelMinimumValue 0112XWChannelMaximumValue 1004USWaveformBitsAllocated
        1006CSWaveformSampleInterpretation 100AXWWaveformPaddingValue 1010XWWaveformData
        >5600 0010OFFirstOrderPhaseCorrectionAngle 0020OFSpectroscopyData
        >6000 0010USOverlayRows 0011USOverlayColumns 0012USOverlayPlanes 0015ISNumberOfFramesInOverlay
        0022LOOverlayDescription 0040CSOverlayType 0045LOOverlaySubtype 0050SSOverlayOrigin 0051USImageFrameOrigin
        0052USOverlayPlaneOrigin 0060CSOverlayCompressionCode 0061SHOverlayCompressionOriginator
        0062SHOverlayCompressionLabel 0063CSOverlayCompressionDescription 0066ATOverlayCompressionStepPointers
        0068USOverlayRepeatInterval 0069USOverlayBitsGrouped 0100USOverlayBitsAllocated 0102USOverlayBitPosition
        0110CSOverlayFormat 0200USOverlayLocation 0800CSOverlayCodeLabel 0802USOverlayNumberOfTables
        0803ATOverlayCodeTableLocation 0804USOverlayBitsForCodeWord 1001CSOverlayActivationLayer
        1100USOverlayDescriptorGray 1101USOverlayDescriptorRed 1102USOverlayDescriptorGreen 1103USOverlayDescriptorBlue
        1200USOverlaysGray 1201USOverlaysRed 1202USOverlaysGreen 1203USOverlaysBlue 1301ISROIArea 1302DSROIMean
        1303DSROIStandardDeviation 1500LOOverlayLabel 3000XWOverlayData 4000LTOverlayComments
        >7FE0 0001OVExtendedOffsetTable 0002OVExtendedOffsetTableLengths 0003UVEncapsulatedPixelDataValueTotalLength
        0008OFFloatPixelData 0009ODDoubleFloatPixelData 0010XWPixelData 0020OWCoefficientsSDVN 0030OWCoefficientsSDHN
        0040OWCoefficientsSDDN
        >FFFA FFFASQDigitalSignaturesSequence
        >FFFC FFFCOBDataSetTrailingPadding
        """
}
